import type { Analysis, Token } from '../language/analyse.ts';
import type { Place } from '../language/places.ts';
import type { Library } from '../library.ts';
import { sceneryIn } from './clauses.ts';
import type { Figure } from './glossary.ts';
import { partsOf } from './parts.ts';
import { CONTENT, groupsOf, keptIn, range } from './phrases.ts';
import { agentOf } from './terms.ts';
import { WEIGHTS } from './weights.ts';

/** One way in which an entry may say a thing, and how well that fits. */
export type Way = { term: string; fit: number };

/** One thing that a question says. */
export type Unit = {
  /** As it was typed. */
  text: string;
  ways: readonly Way[];
  weight: number;
  /** A word that means something, one beside the point, a name … */
  role: 'word' | 'soft' | 'name' | 'place' | 'number';
  /** It was put right, and may be another word altogether. */
  corrected?: boolean;
};

export type Names = {
  /** Tokens that are names. */
  at: ReadonlySet<number>;
  /** Who is meant by what they do, by the token that says it. */
  holders: ReadonlyMap<number, readonly Figure[]>;
  figures: readonly Figure[];
};

type Parts = {
  text: string;
  analysis: Analysis;
  inTitle: ReadonlySet<number>;
  names: Names;
  places: readonly Place[];
  episodes: readonly string[];
  topics: ReadonlyMap<string, number>;
};

/** Ends as superlatives do, unlike what is one of a few short words. */
const SUPERLATIVE = /\w{3}(?<!fo|inter|hon|cont|arr|inv|prot|requ|sugg|mod|harv|north|south)est$/;

/** What a name stands behind: "the next season of …". */
const OF = /^(?:of|de|del|for|about|sobre|called|named|llamada?)$/;

/** What almost every question about something to be seen says. */
const GENERIC = new Set(['c:watch']);

/** What a question says, thing by thing, each weighed by how telling it is. */
export const unitsOf = (
  { text: asked, analysis, inTitle, names, places, episodes, topics }: Parts,
  library: Library,
): Unit[] => {
  const { language, rarity, postings } = library;
  const { tokens, spans } = analysis;
  const units = new Map<string, Unit>();
  const push = (unit: Unit): void => {
    const key = unit.ways.map(({ term }) => term).join(' ');
    if (unit.ways.length > 0 && !units.has(key)) units.set(key, unit);
  };
  const telling = (ways: readonly Way[]): number => {
    const known = ways.filter(({ term }) => postings.has(term));
    if (known.length === 0) return WEIGHTS.unknown;
    const best = Math.max(...known.map(({ term, fit }) => rarity(term) * fit));
    const generic = ways.some(({ term }) => GENERIC.has(term)) ? WEIGHTS.generic : 1;
    return (WEIGHTS.floor + (1 - WEIGHTS.floor) * best) * generic;
  };
  const namesOf = (people: readonly Figure[]): Way[] =>
    people.flatMap(({ words }) => words.map((word) => ({ term: `w:${language.stem(word)}`, fit: 0.85 })));
  const placed = new Set(places.flatMap(({ from, to }) => range(from, to)));
  const covered = new Set(
    spans
      .filter(({ term, from, to }) => term.startsWith('k:') && to - from > 1)
      .flatMap(({ from, to }) => range(from, to)),
  );
  for (const { from, to, terms } of groupsOf(analysis)) {
    for (const index of range(from, to)) covered.add(index);
    if (range(from, to).every((index) => inTitle.has(index))) continue;
    const inside = tokens.slice(from, to);
    const words = inside.filter(({ stop, number }) => !stop && number === undefined);
    const inner = spans.filter((span) => CONTENT.test(span.term) && span.from >= from && span.to <= to);
    // What nothing that is known is about is not found by its words either.
    const known = [...terms].some((term) => postings.has(term));
    const fit = words.length === 1 ? 0.9 : 0.6;
    const ways = [
      ...[...terms].map((term) => ({ term, fit: 0.95 })),
      ...new Set(inner.map(({ term }) => term).filter((term) => !terms.has(term))),
    ].map((way) => (typeof way === 'string' ? { term: way, fit: 0.75 } : way));
    if (known) ways.push(...words.map(({ stem }) => ({ term: `w:${stem}`, fit })));
    for (const index of range(from, to)) ways.push(...namesOf(names.holders.get(index) ?? []));
    push({ text: inside.map(({ text }) => text).join(' '), ways, weight: telling(ways), role: 'word' });
  }
  const strong = [...topics.values()].some((strength) => strength >= 1);
  const scenery = strong ? sceneryIn(analysis, asked) : new Set<number>();
  // What is counted, or asked for by its kind, is what it is about however common the word.
  const counted = new Set(
    spans.filter(({ term }) => term === 'k:how-many' || term === 'k:measure').map(({ to }) => to),
  );
  const kept = keptIn(analysis);
  const meant = partsOf(topics);
  const aboutSomebody = names.figures.length > 0 && topics.size === 0;
  const single = (token: Token, index: number): void => {
    const { stem, stop, number, form, sure, text } = token;
    if (covered.has(index) || inTitle.has(index) || placed.has(index)) return;
    if (number !== undefined) {
      // Ages that a child has are no numbers to be found.
      if ((topics.get('for-children') ?? 0) >= 1) return;
      // "Can I save it first?" counts nothing.
      if (stop && (!tokens[index + 1] || tokens[index + 1]?.stop)) return;
      if (!episodes.includes(number) && !PLAIN_ONE.test(form)) {
        const term = `#${number}`;
        const year = /^(?:1\d|20)\d\d$/.test(number);
        const plain = stop ? WEIGHTS.ordinal : year ? WEIGHTS.year : 0.4 + 0.5 * rarity(term);
        const weight = plain * (scenery.has(index) ? WEIGHTS.scenery : 1);
        push({ text, ways: [{ term, fit: 1 }], weight, role: 'number' });
      }
      return;
    }
    if (stop || language.isWork(form)) return;
    const about = spans.filter(({ term, from, to }) => CONTENT.test(term) && from === index && to === index + 1);
    const agent = agentOf(form, language);
    const holders = names.holders.get(index) ?? [];
    const ways: Way[] = [
      { term: `w:${stem}`, fit: sure },
      ...(agent ? [{ term: `w:${agent}`, fit: 0.8 * sure }] : []),
      ...[...new Set(about.map(({ term }) => term))].map((term) => ({
        term,
        fit: (term.startsWith('c:') ? 0.9 : 0.8) * sure,
      })),
      ...namesOf(holders),
    ];
    const isName = names.at.has(index);
    if (isName) {
      push({ text, ways, weight: telling(ways) * WEIGHTS.name, role: 'name' });
      return;
    }
    const known = ways.some(({ term }) => postings.has(term));
    const topical =
      about.some(({ term }) => term.startsWith('c:') && (!language.isOrdinary(form) || meant.has(term))) ||
      holders.length > 0 ||
      counted.has(index) ||
      kept.has(index);
    const soft = !topical && language.isOrdinary(form);
    const corrected = sure < 1 ? { corrected: true } : {};
    const role = soft ? 'soft' : 'word';
    push({ text, ways, weight: weightOf({ known, soft }, index, telling(ways)), role, ...corrected });
  };
  const weightOf = ({ known, soft }: { known: boolean; soft: boolean }, index: number, told: number): number => {
    const { form } = tokens[index] as Token;
    const before = tokens[index - 1]?.form ?? '';
    // A common word that stands in few places may be what is meant.
    if (known) return soft ? told * (WEIGHTS.soft + WEIGHTS.softRare * Math.max(0, told - 0.5)) : told;
    // "The oldest", "el más antiguo": what nothing says is no detail then.
    if (SUPERLATIVE.test(form) || /^(?:mas|most|least|menos)$/.test(before)) return 0.8;
    // The rest of a name that is known in part.
    if (names.at.has(index - 1) || names.at.has(index + 1)) return soft && aboutSomebody ? WEIGHTS.besideName : 0.2;
    // What is too short to be told from a slip, and no name.
    if (form.length <= 3 && !/^\p{Lu}/u.test((tokens[index] as Token).text)) return WEIGHTS.beside;
    if (kept.has(index) && language.isOrdinary(form)) return WEIGHTS.kept;
    // A slip that may be another word altogether.
    if (soft && (tokens[index] as Token).sure < 1) return WEIGHTS.unknown / 2;
    if (soft) return aboutSomebody ? WEIGHTS.besideName : WEIGHTS.beside;
    if (OF.test(before)) return WEIGHTS.unknown * 1.3;
    return scenery.has(index) ? WEIGHTS.scenery : WEIGHTS.unknown;
  };
  for (const [index, token] of tokens.entries()) single(token, index);
  for (const { codes, from, to } of places) {
    const ways = codes.map((code) => ({ term: `p:${code}`, fit: 1 }));
    const text = tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' ');
    // Of a country that nothing is said of, nothing has to be found.
    const weight = topics.has('country-missing') ? 0.2 : 0.45 + 0.4 * Math.min(1, telling(ways));
    push({ text, ways, weight, role: 'place' });
  }
  for (const episode of episodes)
    push({
      text: episode,
      ways: [
        { term: `n:${episode}`, fit: 1 },
        { term: `#${episode}`, fit: 0.85 },
      ],
      weight: 0.7,
      role: 'number',
    });
  return [...units.values()];
};

/** "One" counts nothing. */
const PLAIN_ONE = /^(?:one|un|una|uno|1)$/;
