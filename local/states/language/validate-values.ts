import type { State } from './definition.ts';
import type { Report } from './diagnostic.ts';
import { isObject } from './json.ts';

type Range = readonly [least: number, most?: number];

/** Ranges of numbers that stand in a state. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html */
const RANGES: Readonly<Record<string, Range>> = {
  HeartbeatSeconds: [1, 99_999_999],
  MaxConcurrency: [0],
  Seconds: [0, 99_999_999],
  TimeoutSeconds: [1, 99_999_999],
  ToleratedFailureCount: [0],
  ToleratedFailurePercentage: [0, 100],
};
const RETRIER_RANGES: Readonly<Record<string, Range>> = {
  BackoffRate: [1],
  IntervalSeconds: [1, 99_999_999],
  MaxAttempts: [0, 99_999_999],
  MaxDelaySeconds: [1, 31_622_400],
};

/** Checks the numbers of a state that stand as they are; what a path or an expression gives is checked when it does. */
export const checkValues = (state: State, at: string, report: Report): void => {
  checkRanges(state, RANGES, at, report);
  const { Retry } = state;
  if (!Array.isArray(Retry)) return;
  for (const [index, retrier] of Retry.entries()) checkRanges(retrier, RETRIER_RANGES, `${at}/Retry[${index}]`, report);
};

const checkRanges = (holder: unknown, ranges: Readonly<Record<string, Range>>, at: string, report: Report): void => {
  if (!isObject(holder)) return;
  for (const [field, [least, most = Number.POSITIVE_INFINITY]] of Object.entries(ranges)) {
    const value = holder[field];
    if (typeof value !== 'number') continue;
    if (value < least) report(`Minimum value is ${least}`, `${at}/${field}`);
    if (value > most) report(`Maximum value is ${most}`, `${at}/${field}`);
  }
};
