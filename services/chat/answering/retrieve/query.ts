import { type Analysis, analyse, type Correct, type Span, type Token, topicsIn } from '../language/analyse.ts';
import { type Place, placesIn } from '../language/places.ts';
import type { Library } from '../library.ts';

import type { Figure } from './glossary.ts';
import { episodesAsked } from './terms.ts';
import { WEIGHTS } from './weights.ts';

/** One thing that a question says, and the ways in which an entry may say it, each with how well. */
export type Unit = {
  /** As it was typed. */
  text: string;
  ways: readonly { term: string; fit: number }[];
  weight: number;
  /** A word that means something, one beside the point, a name … */
  role: 'word' | 'soft' | 'name' | 'place' | 'number';
  /** Nothing that is known says it, in any way. */
  unknown: boolean;
};

export type Query = {
  text: string;
  analysis: Analysis;
  units: readonly Unit[];
  kinds: ReadonlySet<string>;
  /** What it asks of what every launch is asked, to 1. */
  topics: ReadonlyMap<string, number>;
  concepts: ReadonlySet<string>;
  figures: readonly Figure[];
  places: readonly Place[];
  /** Numbers of the episodes that it names. */
  episodes: readonly string[];
  /** It names the title or somebody of it. */
  anchored: boolean;
  /** It asks for what the story itself may only ask. */
  asksItself: boolean;
};

/** How sure a word that was put right is meant. */
const correctWith =
  (library: Library): Correct =>
  (folded) =>
    library.knows(folded) || library.language.isOrdinary(folded) ? undefined : library.speller(folded);

/** Tokens that name a title as a whole: they say nothing of what is asked. */
const titleTokens = (tokens: readonly Token[], { glossary }: Library): Set<number> => {
  const found = new Set<number>();
  for (const name of glossary.titles) {
    for (let at = 0; at + name.length <= tokens.length; at++) {
      if (name.every((word, index) => tokens[at + index]?.form === word))
        for (const index of name.keys()) found.add(at + index);
    }
  }
  return found;
};

const figuresIn = (
  tokens: readonly Token[],
  { glossary, language }: Library,
): { figures: Figure[]; at: Set<number> } => {
  const at = new Set<number>();
  const hits = new Map<Figure, number>();
  tokens.forEach(({ form, text }, index) => {
    const named = glossary.byWord.get(form);
    if (!named) return;
    // A common word is a name only where it is written as one.
    if (language.isOrdinary(form) && !/^\p{Lu}/u.test(text)) return;
    at.add(index);
    for (const figure of named) hits.set(figure, (hits.get(figure) ?? 0) + 1);
  });
  const most = Math.max(0, ...hits.values());
  return { figures: [...hits].filter(([, count]) => count === most).map(([figure]) => figure), at };
};

const CONTENT = /^[ce]:/;

/** Ends as superlatives do, unlike what is one of a few short words. */
const SUPERLATIVE = /\w{3}(?<!fo|inter|hon|cont|arr|inv|prot|requ|sugg|mod|harv|north|south)est$/;

/** Whether a question word asks, and does not only join: "remind me when it starts". */
const asks = ({ from, to }: Span, { tokens, spans }: Analysis): boolean => {
  if (to - from > 1 || from <= 2) return true;
  const before = tokens[from - 1];
  if (
    before &&
    /^(?:and|or|but|so|y|e|o|pero|de|desde|para|hasta|a|en|con|por|sabeis|sabes|sabe|know|tell)$/.test(before.form)
  )
    return true;
  return !spans.some(({ term, from: other }) => term.startsWith('k:') && other < from);
};

/** Reads a question: what it says, weighed by how telling it is. */
export const readQuery = (text: string, library: Library): Query => {
  const { language, rarity, postings } = library;
  const isName = (folded: string): boolean => library.glossary.byWord.has(folded);
  const analysis = analyse(text, language, { correct: correctWith(library), chat: true, isName });
  const { tokens, spans } = analysis;
  const inTitle = titleTokens(tokens, library);
  const { figures, at: named } = figuresIn(tokens, library);
  const places = placesIn(tokens);
  const placed = new Set(
    places.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  const episodes = episodesAsked(analysis);
  const kinds = new Set(
    spans.filter((span) => span.term.startsWith('k:') && asks(span, analysis)).map(({ term }) => term.slice(2)),
  );
  const concepts = new Set(spans.filter(({ term }) => term.startsWith('c:')).map(({ term }) => term.slice(2)));
  const topics = topicsIn(analysis);
  const missing =
    places.length > 0 &&
    library.territories.size > 0 &&
    !places.some(({ codes }) => codes.some((code) => library.territories.has(code)));
  const toSee = ['release', 'watch', 'service', 'where-i-live'].some((each) => concepts.has(each));
  if (missing && toSee) {
    for (const each of ['when-out', 'where-to-watch']) topics.delete(each);
    topics.set('country-missing', 1);
  }
  const units: Unit[] = [];
  const seen = new Set<string>();
  const push = (unit: Omit<Unit, 'unknown'>): void => {
    const key = unit.ways.map(({ term }) => term).join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    units.push({ ...unit, unknown: unit.ways.every(({ term }) => !postings.has(term)) });
  };
  // Turns of phrase of several words stand for themselves; single words bring what they are about along.
  const phrases = spans.filter(({ term, from, to }) => CONTENT.test(term) && to - from > 1);
  const covered = new Set<number>();
  for (const { term, from, to } of spans) {
    if (term.startsWith('k:') && to - from > 1) for (let index = from; index < to; index++) covered.add(index);
  }
  const groups: { from: number; to: number; terms: Set<string> }[] = [];
  for (const { term, from, to } of [...phrases].sort((one, other) => other.to - other.from - (one.to - one.from))) {
    const group = groups.find((each) => from < each.to && to > each.from);
    if (group) {
      if (from >= group.from && to <= group.to) group.terms.add(term);
      continue;
    }
    groups.push({ from, to, terms: new Set([term]) });
  }
  for (const { from, to } of groups) for (let index = from; index < to; index++) covered.add(index);
  const best = (ways: Unit['ways']): number => {
    const known = ways.filter(({ term }) => postings.has(term));
    return known.length === 0 ? 1 : Math.max(...known.map(({ term, fit }) => rarity(term) * fit));
  };
  for (const { from, to, terms } of groups) {
    const inside = tokens.slice(from, to);
    if ([...Array(to - from).keys()].every((index) => inTitle.has(from + index))) continue;
    const words = inside.filter(({ stop, number }) => !stop && number === undefined);
    const ways = [
      ...[...terms].map((term) => ({ term, fit: 0.95 })),
      ...spans
        .filter((span) => CONTENT.test(span.term) && span.from >= from && span.to <= to && !terms.has(span.term))
        .map(({ term }) => ({ term, fit: 0.75 })),
      // What nothing that is known is about is not found by its words either.
      ...([...terms].some((term) => postings.has(term))
        ? words.map(({ stem }) => ({ term: `w:${stem}`, fit: words.length === 1 ? 0.9 : 0.6 }))
        : []),
    ];
    push({
      text: inside.map((token) => token.text).join(' '),
      ways,
      weight: WEIGHTS.floor + (1 - WEIGHTS.floor) * best(ways),
      role: 'word',
    });
  }
  tokens.forEach((token, index) => {
    const { stem, stop, number, form, sure } = token;
    if (covered.has(index) || inTitle.has(index) || placed.has(index)) return;
    if (number !== undefined && episodes.includes(number)) return;
    if (number !== undefined && !stop) {
      push({
        text: token.text,
        ways: [{ term: `#${number}`, fit: 1 }],
        weight: 0.4 + 0.5 * rarity(`#${number}`),
        role: 'number',
      });
      return;
    }
    if (stop || language.isWork(form)) return;
    const about = spans.filter(({ term, from, to }) => CONTENT.test(term) && from === index && to === index + 1);
    const holders = library.glossary.byJob.get(stem) ?? [];
    for (const holder of holders) if (!figures.includes(holder)) figures.push(holder);
    const ways = [
      { term: `w:${stem}`, fit: sure },
      ...about.map(({ term }) => ({ term, fit: (term.startsWith('c:') ? 0.9 : 0.8) * sure })),
      ...holders.flatMap(({ words }) => words.map((word) => ({ term: `w:${language.stem(word)}`, fit: 0.85 }))),
    ];
    const isName = named.has(index);
    const known = ways.some(({ term }) => postings.has(term));
    const topical = about.some(({ term }) => term.startsWith('c:'));
    const soft = !isName && !topical && language.isOrdinary(form);
    const rare = known ? WEIGHTS.floor + (1 - WEIGHTS.floor) * best(ways) : WEIGHTS.unknown;
    // "The oldest", "el más antiguo": what nothing says is no detail then.
    const extreme =
      !known && (SUPERLATIVE.test(form) || /^(?:mas|most|least|menos)$/.test(tokens[index - 1]?.form ?? ''));
    const beside = !known && !isName && (named.has(index - 1) || named.has(index + 1));
    const weight = beside
      ? 0.2
      : extreme
        ? 0.8
        : soft
          ? known
            ? WEIGHTS.soft * rare
            : WEIGHTS.beside
          : rare * (isName ? WEIGHTS.name : 1);
    push({ text: token.text, ways, weight, role: isName ? 'name' : soft ? 'soft' : 'word' });
  });
  for (const { codes, from, to } of places) {
    const ways = codes.map((code) => ({ term: `p:${code}`, fit: 1 }));
    push({
      text: tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(' '),
      ways,
      weight: 0.45 + 0.4 * best(ways),
      role: 'place',
    });
  }
  for (const episode of episodes)
    push({ text: episode, ways: [{ term: `n:${episode}`, fit: 1 }], weight: 0.7, role: 'number' });
  const anchored = inTitle.size > 0 || named.size > 0;
  const asksItself = ['who', 'why', 'which', 'where', 'how'].some((kind) => kinds.has(kind));
  return { text, analysis, units, kinds, topics, concepts, figures, places, episodes, anchored, asksItself };
};
