import type { Retrier } from './definition.ts';
import { errorEquals } from './error-equals.ts';

/** Defaults of the Amazon States Language. */
const INTERVAL_SECONDS = 1;
const MAX_ATTEMPTS = 3;
const BACKOFF_RATE = 2;

export type Retrying = { retrier: number; delay: number };

/**
 * The retrier that takes an error and the delay in milliseconds before the next attempt, or undefined where none does
 * or it has used up its attempts. `counts` holds the attempts that each retrier has used; `random` gives [0, 1).
 */
export const retryOf = (
  retriers: readonly Retrier[] | undefined,
  error: string | undefined,
  counts: readonly number[],
  random: () => number,
): Retrying | undefined => {
  const index = retriers?.findIndex((retrier) => errorEquals(retrier.ErrorEquals, error)) ?? -1;
  const retrier = retriers?.[index];
  const used = counts[index] ?? 0;
  if (!retrier || used >= (retrier.MaxAttempts ?? MAX_ATTEMPTS)) return undefined;
  const seconds = (retrier.IntervalSeconds ?? INTERVAL_SECONDS) * (retrier.BackoffRate ?? BACKOFF_RATE) ** used;
  const capped = Math.min(seconds, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY) * 1000;
  return { retrier: index, delay: Math.round(retrier.JitterStrategy === 'FULL' ? capped * random() : capped) };
};
