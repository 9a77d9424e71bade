import { table } from '../print.ts';
import { isRightFirst, isToBeAnswered } from './judge.ts';
import type { Tried } from './try-cases.ts';

const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`);

const isHit = ({ verdict }: Tried): boolean => verdict === 'hit';

/** The least share of answers that must be right for a file of questions to pass. */
const PASSING = 0.9;

/** Whether nothing was answered that must not be, and nearly all else was answered rightly. */
export const passes = (tried: readonly Tried[]): boolean => {
  const wanted = tried.filter(({ case: asked }) => isToBeAnswered(asked));
  const unwanted = tried.filter(({ case: asked }) => !isToBeAnswered(asked));
  return unwanted.every(isHit) && wanted.filter(isHit).length >= PASSING * wanted.length;
};

/** How many cases of each kind were right. */
export const summary = (tried: readonly Tried[]): string => {
  const groups = Object.groupBy(
    tried,
    ({ case: asked }) => asked.kind ?? (isToBeAnswered(asked) ? 'answerable' : 'not to be answered'),
  );
  const rows = Object.entries(groups).map(([kind, all = []]) => {
    const count = (verdict: string): number => all.filter((each) => each.verdict === verdict).length;
    return [kind, all.length, count('hit'), count('near'), count('miss'), percent(count('hit'), all.length)];
  });
  return table(['kind', 'questions', 'hits', 'near', 'misses', 'right'], rows, '');
};

/** The figures over all, a line each: of cases that name sources, of those that name a text, where there are any, and of the rest. */
export const figures = (tried: readonly Tried[]): string[] => {
  const sourced = tried.filter(({ case: { expected } }) => expected.length > 0);
  const worded = tried.filter(({ case: { says } }) => says.length > 0);
  const unwanted = tried.filter(({ case: asked }) => !isToBeAnswered(asked));
  const first = sourced.filter(({ case: asked, answer }) => isRightFirst(asked, answer)).length;
  const told = worded.filter(isHit).length;
  return [
    `Right source first: ${first} of ${sourced.length} (${percent(first, sourced.length)}).`,
    ...(worded.length > 0
      ? [`Expected text told: ${told} of ${worded.length} (${percent(told, worded.length)}).`]
      : []),
    `Not answered what must not be: ${unwanted.filter(isHit).length} of ${unwanted.length}.`,
  ];
};
