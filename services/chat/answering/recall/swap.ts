import type { Library } from '../library.ts';
import type { Query } from '../retrieve/query.ts';
import type { RecentTurn } from '../understood.ts';

/** An earlier turn with its question read. */
export type Said = { turn: RecentTurn; query: Query };

/** Words of an earlier question that a later one takes along. */
const MOST_WORDS = 6;

type Range = { from: number; to: number };

/** The text of a question without some of its tokens. */
const without = ({ text, analysis: { tokens } }: Query, ranges: readonly Range[]): string => {
  const gone = new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  let kept = '';
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    if (!gone.has(index)) continue;
    kept += text.slice(at, token.from);
    at = token.to;
  }
  return (kept + text.slice(at))
    .replace(/\s+/g, ' ')
    .replace(/[\s?¿!¡.,]+$/u, '')
    .trim();
};

const textOf = ({ text, analysis: { tokens } }: Query, { from, to }: Range): string =>
  text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? text.length);

const rangesOf = ({ analysis: { spans } }: Query, test: (term: string) => boolean): Range[] =>
  spans.filter(({ term }) => test(term)).map(({ from, to }) => ({ from, to }));

const nameRanges = ({ analysis: { tokens } }: Query, { glossary }: Library): Range[] =>
  tokens.flatMap(({ form }, index) => (glossary.byWord.has(form) ? [{ from: index, to: index + 1 }] : []));

const numbersOf = ({ analysis: { tokens } }: Query): Range[] =>
  tokens.flatMap(({ number }, index) => (number !== undefined ? [{ from: index, to: index + 1 }] : []));

const joined = (query: Query, ranges: readonly Range[]): string =>
  ranges.map((range) => textOf(query, range)).join(' ');

/** The words of an earlier question that say what it was about. */
const contentOf = ({ analysis: { tokens } }: Query, now: Query, { knows, language }: Library): string => {
  const there = new Set(now.analysis.tokens.map(({ stem }) => stem));
  const words = tokens
    .filter(
      ({ stop, stem, form }) =>
        !stop && !there.has(stem) && !language.isWork(form) && (knows(form) || !language.isOrdinary(form)),
    )
    .map(({ text }) => text);
  return words.slice(0, MOST_WORDS).join(' ');
};

/** The one behind the one that was spoken of. */
const NEXT = /\b(?:after (?:that|it)|next one|following one|the next|siguiente|despu[ée]s de ese)\b/iu;

/** A country by its name, also where it was meant by "the Japanese one". */
const placeName = (query: Query, { locale }: Library): string => {
  const [place] = query.places;
  const [code, ...more] = place?.codes ?? [];
  const name =
    code && more.length === 0
      ? new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(code)
      : undefined;
  return name ?? joined(query, query.places);
};

/** The question before with what this one puts in the place of something, or this one with what the one before was about. */
export const withOther = (query: Query, { query: before }: Said, library: Library): string[] => {
  const readings: string[] = [];
  const { places, figures, episodes } = query;
  const isLanguage = (term: string): boolean => term === 'c:language';
  const numbers = numbersOf(query);
  const asksAnew = [...query.topics.values()].some((strength) => strength >= 1);
  if (places.length > 0 && !asksAnew) {
    readings.push(`${without(before, before.places)} (${placeName(query, library)})`);
  } else if (figures.length > 0 && !asksAnew && query.kinds.size === 0) {
    readings.push(`${without(before, nameRanges(before, library))} (${joined(query, nameRanges(query, library))})`);
  } else if ((numbers.length > 0 || NEXT.test(query.text)) && before.episodes.length > 0 && !asksAnew) {
    const number = NEXT.test(query.text)
      ? String(Number(before.episodes.at(-1)) + 1)
      : (episodes[0] ?? query.analysis.tokens[numbers[0]?.from ?? 0]?.number ?? '');
    const gone = numbersOf(before);
    const word = before.analysis.spans.find(({ term }) => term === 'c:episode');
    const name = word ? textOf(before, word) : '';
    readings.push(`${without(before, [...gone, ...(word ? [word] : [])])} ${name} ${number}`);
  } else if (
    rangesOf(query, isLanguage).length > 0 &&
    query.units.filter(({ role }) => role !== 'soft').length <= 2 &&
    !asksAnew
  ) {
    readings.push(`${without(before, rangesOf(before, isLanguage))} (${joined(query, rangesOf(query, isLanguage))})`);
  }
  const about = contentOf(before, query, library);
  if (about) readings.push(`${query.text.replace(/[?¿!¡.\s]+$/u, '')} (${about})`);
  return readings;
};
