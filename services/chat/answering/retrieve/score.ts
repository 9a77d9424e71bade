import { aimOf, favourOf, sharesNameOnly } from './aims.ts';
import { closest, LINES, unfit } from './closest.ts';
import type { Entry } from './entry.ts';
import type { Fitting } from './expects.ts';
import { explain } from './explain.ts';
import type { Query } from './query.ts';
import { fitOf } from './terms-fit.ts';
import { WEIGHTS } from './weights.ts';

export type Scored = {
  entry: Entry;
  /** For the order. */
  score: number;
  /** How sure it is that the entry answers, from 0 to 1. */
  confidence: number;
  /** How telling what they share is. */
  shared: number;
  /** It has what the question wants to hear. */
  fits: boolean;
  /** It does not name whom the question names. */
  misses: boolean;
};

/** What entries are compared by, beside the question. */
export type Expected = { fitting: Fitting; strict: boolean };

/** Below this an entry is about somebody else. */
const MISSES = 0.5;

/** Compares an entry with a question by its own words, and those of its page's others; undefined where they share nothing. */
export const scoreOf = (
  query: Query,
  entry: Entry,
  others: readonly Entry[],
  expected: Expected,
): Scored | undefined => {
  const explanation = explain(query, entry);
  const { topic, units, total } = explanation;
  if (total === 0) return undefined;
  let covered = topic.weight * topic.fit;
  let [boosted, shared] = [covered, covered];
  for (const { unit, weight, explained } of units) {
    const { fit, boost } = fitOf(unit, entry);
    const told = explained ? topic.fit : 0;
    const near = fit > 0 ? 0 : Math.max(0, ...others.map((other) => fitOf(unit, other).fit)) * WEIGHTS.nearby;
    covered += weight * Math.max(fit, near, told);
    boosted += weight * Math.max(boost, told);
    shared += weight * fit * (unit.role === 'soft' ? 0.5 : 1);
  }
  const { said, fits } = closest(query, entry, explanation, expected);
  if (LINES.has(entry.kind)) covered = said * total;
  const whole = (covered / total) * (fits ? 1 : unfit(query, entry, explanation, expected.strict));
  const aim = aimOf(query, entry, explanation);
  const named = sharesNameOnly(query, entry, explanation) ? WEIGHTS.nameOnly : 1;
  const confidence = ((1 - WEIGHTS.sentence) * whole + WEIGHTS.sentence * said) * aim * named;
  const order =
    WEIGHTS.base + boosted / total + WEIGHTS.asked * askedBy(entry, query) + WEIGHTS.alike * alike(query, entry);
  const score = confidence * order * favourOf(query, entry) + (entry.curated ? WEIGHTS.curated : 0);
  return { entry, score, confidence, shared, fits, misses: aim < MISSES };
};

/** How much of all that a question asks an entry answers. */
const alike = ({ topics: asked }: Query, { topics }: Entry): number => {
  let [both, all] = [0, 0];
  for (const [topic, strength] of asked) {
    both += Math.min(strength, topics.get(topic) ?? 0);
    all += strength;
  }
  return all === 0 ? 0 : both / all;
};

/** How much of what a curated question asks, or a heading says, is in the question. */
const askedBy = ({ asked, curated }: Entry, { units }: Query): number => {
  const content = asked.filter((term) => /^[w#p]/.test(term));
  if (content.length === 0) return 0;
  const ways = new Set(units.flatMap((unit) => unit.ways.map(({ term }) => term)));
  const concepts = asked.filter((term) => term.startsWith('c:'));
  const words = content.filter((term) => ways.has(term)).length / content.length;
  const about = concepts.length === 0 ? words : concepts.filter((term) => ways.has(term)).length / concepts.length;
  return Math.max(words, 0.8 * about) * (curated || words === 1 ? 1 : 0.6);
};
