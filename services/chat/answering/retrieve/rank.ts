import type { Library } from '../library.ts';
import { astrayFrom } from './astray.ts';
import type { Entry } from './entry.ts';
import { expectsOf, isStrict } from './expects.ts';
import { sideBySide } from './pairs.ts';
import { howMany, type Likeness, likenessOf } from './phrasings.ts';
import type { Query } from './query.ts';
import { type Scored, scoreOf } from './score.ts';
import { WEIGHTS } from './weights.ts';

/** How many of the best are read again word by word. */
const REREAD = 12;

/** How alike a listed way of asking has to be to count at all. */
const LEAST_ALIKE = 0.3;

/** Pages whose passages speak of one thing. */
const WHOLE = new Set(['news', 'person', 'trailer']);

/** What wants to hear a certain kind of thing. */
const NARROW = ['who', 'when'];

/** An entry with how alike its page's listed ways of asking are, and how sure its own words make it. */
export type Found = Scored & { like: number; own: number };

const bestFirst = (one: Scored, other: Scored): number =>
  other.score - one.score || one.entry.index - other.entry.index;

/** The entries that have a term of the question at all, or are asked for in such a way. */
const metBy = ({ units, topics }: Query, { postings, entries }: Library, { byPath }: Likeness): Entry[] => {
  const terms = [
    ...units.flatMap(({ ways }) => ways.map(({ term }) => term)),
    ...[...topics.keys()].map((topic) => `t:${topic}`),
  ];
  const met = new Set(terms.flatMap((term) => postings.get(term) ?? []));
  for (const { index, source } of entries) if ((byPath.get(source.path) ?? 0) >= LEAST_ALIKE) met.add(index);
  return [...met].flatMap((index) => entries[index] ?? []);
};

/** Adds what listed ways of asking tell: to a curated answer, and to what a page says best of the question. */
const withPhrasings = (query: Query, scored: readonly Scored[], { byPath }: Likeness, library: Library): Found[] => {
  const narrow = isStrict(query) || NARROW.some((kind) => query.kinds.has(kind));
  const best = new Map<string, number>();
  for (const { entry, score } of scored) {
    best.set(entry.source.path, Math.max(best.get(entry.source.path) ?? 0, score));
  }
  return scored.map((each): Found => {
    const { entry, confidence: own, score, shared, fits, misses } = each;
    const { path } = entry.source;
    const ways = library.phrasings.byPath.get(path)?.phrasings.length ?? 0;
    const listed = byPath.get(path) ?? 0;
    // What is asked in the very words that are listed is not doubted.
    const doubt = listed >= 1 ? 1 : (fits || !narrow ? 1 : WEIGHTS.unfitLike) * (misses ? WEIGHTS.missesLike : 1);
    const like = listed * doubt;
    const alone = own * (1 - WEIGHTS.listed * howMany(ways));
    if (like < LEAST_ALIKE) return { ...each, like, own, confidence: alone };
    const top = best.get(path) ?? 0;
    const share = top > 0 ? score / top : 1;
    const likely = like * (1 + share ** 2) * 0.5 * share;
    const confidence = Math.max(like >= WEIGHTS.same ? like * share : 0, alone + WEIGHTS.like * likely);
    const order = score + (like * (1 + share ** 2) * 0.5) ** 1.5 * share;
    return { ...each, like, own, confidence, score: order, shared: Math.max(shared, like * WEIGHTS.sharedLike) };
  });
};

/** Whether a question is asked in the very words that are listed with an answer. */
export const isListed = (best: Found | undefined): boolean => best !== undefined && best.like >= 1;

/** What is left of how sure an entry is where the question is more like what no site tells. */
const strangely = ({ like, own }: Found, { strange }: Likeness): number =>
  like < 1 &&
  strange >= WEIGHTS.strange &&
  strange > Math.max(like, own * WEIGHTS.tells) * WEIGHTS.stranger &&
  own < WEIGHTS.known
    ? WEIGHTS.notTold
    : 1;

/** The entries that say something of what a question says, best first. */
export const rank = (query: Query, library: Library, candidates: (entry: Entry) => boolean): Found[] => {
  const likeness = likenessOf(query.analysis, library.phrasings, library);
  const met = metBy(query, library, likeness);
  const pages = Map.groupBy(
    met.filter(({ kind }) => WHOLE.has(kind)),
    ({ source }) => source.path,
  );
  const expected = { fitting: expectsOf(query, library), strict: isStrict(query) };
  const scored = met.filter(candidates).flatMap((entry) => {
    const others = (pages.get(entry.source.path) ?? []).filter((other) => other !== entry);
    return scoreOf(query, entry, others, expected) ?? [];
  });
  const sorted = withPhrasings(query, scored, likeness, library).sort(bestFirst);
  const astray = astrayFrom(query, library);
  const near = sorted.slice(0, REREAD).map((each) => {
    const doubt = isListed(each) ? 1 : astray(each.entry, each.like);
    const score = each.score * sideBySide(query, each.entry) * doubt;
    return { ...each, score, confidence: each.confidence * doubt * strangely(each, likeness) };
  });
  return [...near.sort(bestFirst), ...sorted.slice(REREAD)];
};
