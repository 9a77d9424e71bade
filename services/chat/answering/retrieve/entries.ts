import { plainText } from '@marquee/site/markdown.ts';
import type { Knowledge, Passage } from '../../model/knowledge.ts';
import { type Analysis, analyse, topicsIn } from '../language/analyse.ts';
import { sentencesIn } from '../language/fold.ts';
import type { Language } from '../language/language.ts';
import type { Entry, Sentence } from './entry.ts';
import { episodesIn, termsOf } from './terms.ts';

/** Lines that make a list, and the longest that a line of one is. */
const [LEAST_LINES, LONGEST_LINE] = [5, 90];

const isList = (text: string): boolean =>
  text.split('\n').filter((line) => line.length <= LONGEST_LINE).length >= LEAST_LINES;

/** Pages that say one thing in lines too short to stand alone. */
const ONE_PIECE = new Set(['person', 'gallery', 'trailer']);

const together = (passages: readonly Passage[]): Passage[] => {
  const text = (pictures: boolean): string =>
    passages
      .filter(({ part }) => (part === 'picture') === pictures)
      .map((passage) => passage.text)
      .join('\n');
  const [said, shown] = [text(false), text(true)];
  return [...(said ? [{ text: said }] : []), ...(shown ? [{ text: shown, part: 'picture' as const }] : [])];
};

const NONE: ReadonlySet<string> = new Set();

type Head = { analysis: Analysis; terms: ReadonlySet<string> };

const union = (sets: readonly Iterable<string>[]): Set<string> => {
  const all = new Set<string>();
  for (const set of sets) for (const each of set) all.add(each);
  return all;
};

/** Terms without those that only say how it is asked. */
const meaning = (terms: ReadonlySet<string>): string[] => [...terms].filter((term) => /^[wcp#]/.test(term));

/** What pages and parts of a title answer by being what they are. */
const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  person: ['about-person'],
  trailer: ['trailer', 'transcript'],
  gallery: ['pictures'],
  'press-kit': ['press'],
};
const BY_PART: Readonly<Record<NonNullable<Passage['part']>, readonly string[]>> = {
  cast: ['who-plays'],
  crew: ['who-made'],
  episode: ['episode-story'],
  sealed: [],
  release: ['when-out'],
  rating: ['rating'],
  picture: ['pictures'],
};

const topicsOf = ({ kind, part }: Pick<Entry, 'kind' | 'part'>): [string, number][] =>
  [...(BY_KIND[kind] ?? []), ...(part ? BY_PART[part] : [])].map((topic) => [
    topic,
    topic === 'about-person' || kind === 'gallery' ? 1 : 0.8,
  ]);

/** What an editor asks by a hint alone is what is meant. */
const meant = (topics: Map<string, number>, curated: boolean): Map<string, number> =>
  curated && [...topics.values()].every((strength) => strength < 1)
    ? new Map([...topics.keys()].map((topic) => [topic, 1]))
    : topics;

/** What is told along with something else: when it is set with what it is about. */
const ALONG: readonly (readonly [topic: string, along: string, where?: string])[] = [
  ['plot', 'setting'],
  ['filmed-where', 'filmed-when'],
  ['where-to-watch', 'price', 'c:subscription'],
];

const withMore = (topics: Map<string, number>, text: ReadonlySet<string>): Map<string, number> => {
  for (const [told, along, where] of ALONG) {
    if (topics.has(told) && !topics.has(along) && (!where || text.has(where))) topics.set(along, 0.8);
  }
  return topics;
};

/** Headings of stories and articles play with words; a question, or a word or two, says what it means. */
const isPlain = ({ tokens }: Analysis, { curated, kind }: Pick<Entry, 'curated' | 'kind'>): boolean =>
  curated || (['title', 'press-kit'].includes(kind) && tokens.length <= 3);

/** A sentence with its terms; its words are read again where a question comes near it, since most never do. */
const sentenceOf = (text: string, language: Language, words: Set<string>): Sentence => {
  const first = analyse(text, language);
  for (const { form } of first.tokens) words.add(form);
  let analysis: Analysis | undefined;
  return {
    text,
    terms: termsOf(first, language),
    get analysis() {
      analysis ??= analyse(text, language);
      return analysis;
    },
  };
};

/** Everything that can be answered with, curated answers first, and the words that it is written in. */
export const entriesOf = (
  { pages, questions }: Knowledge,
  language: Language,
): { entries: Entry[]; words: Set<string> } => {
  const entries: Entry[] = [];
  const words = new Set<string>();
  // Titles and headings stand over many passages.
  const heads = new Map<string, Head>();
  const read = (part: string | undefined): Head | undefined => {
    if (!part) return undefined;
    const known = heads.get(part);
    if (known) return known;
    const analysis = analyse(part, language);
    for (const { form } of analysis.tokens) words.add(form);
    const made = { analysis, terms: termsOf(analysis, language) };
    heads.set(part, made);
    return made;
  };
  const add = (
    head: { asked?: string; heading?: string; title?: string },
    text: string,
    rest: Pick<Entry, 'source' | 'kind' | 'curated' | 'part' | 'territories'>,
  ): void => {
    const [asked, heading, title] = [read(head.asked), read(head.heading), read(head.title)];
    const sentences = sentencesIn(text, language.locale).map((sentence) => sentenceOf(sentence, language, words));
    const headed = (asked ?? heading)?.analysis;
    const places = (rest.territories ?? []).map((code) => `p:${code}`);
    const terms = {
      ask: asked?.terms ?? NONE,
      heading: heading?.terms ?? NONE,
      title: title?.terms ?? NONE,
      text: union([...sentences.map((sentence) => sentence.terms), places]),
    };
    entries.push({
      ...rest,
      index: entries.length,
      text,
      sentences,
      terms,
      asked: headed ? meaning(asked ? terms.ask : terms.heading) : [],
      topics: withMore(
        new Map([...(headed && isPlain(headed, rest) ? meant(topicsIn(headed), rest.curated) : []), ...topicsOf(rest)]),
        terms.text,
      ),
      episodes: headed ? episodesIn(headed) : [],
      list: isList(text),
    });
  };
  for (const { question, answer, path, itemId, territories } of questions) {
    const source = { path, title: question, itemId };
    add({ asked: question }, plainText(answer), { source, kind: 'faq', curated: true, territories });
  }
  for (const { path, kind, title, itemId, passages } of pages) {
    if (kind === 'faq') continue;
    for (const { heading, text, part, territories } of ONE_PIECE.has(kind) ? together(passages) : passages) {
      const source = { path, title, ...(heading ? { heading } : {}), ...(itemId ? { itemId } : {}) };
      add({ heading, title: kind === 'title' ? undefined : title }, text, {
        source,
        kind,
        curated: false,
        part,
        territories,
      });
    }
  }
  return { entries, words };
};
