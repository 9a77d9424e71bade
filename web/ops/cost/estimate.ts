import type { Cost } from './cost-of.ts';
import { type ByKind, byKind, NOTHING, plus } from './kinds.ts';

/** One execution that was read whole. */
export type Sampled = { arn: string; workflow: string; startedAt: number; cost: Cost };

/** An amount and how far it may be off, in dollars: the range that holds the true one 95 times of 100. */
export type Spread = { amount: number; low: number; high: number };

export type WorkflowCost = {
  workflow: string;
  /** Executions of the time, all of them, and of how many the mean was made. */
  executions: number;
  sampled: number;
  mean: number | undefined;
  kinds: ByKind;
  total: Spread;
  /** What is not in it, in words. */
  unseen: readonly string[];
};

/** Of a normal distribution. */
const NINETY_FIVE = 1.96;

/**
 * The mean of a sample times the number of all, and its 95 % range with the finite population correction: a sample of all
 * is exact. https://en.wikipedia.org/wiki/Standard_error#Finite_population_correction
 */
export const spreadOf = (sample: readonly number[], all: number): Spread => {
  const n = sample.length;
  if (n === 0 || all === 0) return { amount: 0, low: 0, high: 0 };
  const mean = sample.reduce((sum, value) => sum + value, 0) / n;
  const amount = mean * all;
  if (n >= all) return { amount, low: amount, high: amount };
  // One execution tells nothing of how much others differ; then the range is from nothing to twice as much.
  const deviation =
    n === 1 ? mean / NINETY_FIVE : Math.sqrt(sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const error = (deviation / Math.sqrt(n)) * Math.sqrt((all - n) / Math.max(1, all - 1)) * NINETY_FIVE * all;
  return { amount, low: Math.max(0, amount - error), high: amount + error };
};

/** What a workflow's executions of a time cost, from some of them. */
export const estimate = (workflow: string, executions: number, sample: readonly Sampled[]): WorkflowCost => {
  const n = sample.length;
  const kinds = sample.reduce<ByKind>((sum, { cost }) => plus(sum, byKind(cost), executions / n), NOTHING);
  return {
    workflow,
    executions,
    sampled: n,
    mean: n === 0 ? undefined : sample.reduce((sum, { cost }) => sum + cost.total, 0) / n,
    kinds,
    total: spreadOf(
      sample.map(({ cost }) => cost.total),
      executions,
    ),
    unseen: [...new Set(sample.flatMap(({ cost }) => cost.unseen))],
  };
};

/** Several amounts as one. Their errors are independent: ranges grow by the root of the sum of squares. */
export const sumOfSpreads = (spreads: readonly Spread[]): Spread => {
  const amount = spreads.reduce((sum, spread) => sum + spread.amount, 0);
  const root = (errors: readonly number[]): number => Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0));
  const down = root(spreads.map((spread) => spread.amount - spread.low));
  const up = root(spreads.map((spread) => spread.high - spread.amount));
  return { amount, low: Math.max(0, amount - down), high: amount + up };
};

/** Hours of a month as AWS counts them. */
export const MONTH_HOURS = 730;

/** A month that is like the time: its cost over its length, and what is kept for the month besides. */
export const projected = ({ amount, low, high }: Spread, lengthMs: number, storedAMonth: number): Spread => {
  const times = (MONTH_HOURS * 3_600_000) / lengthMs;
  return { amount: amount * times + storedAMonth, low: low * times + storedAMonth, high: high * times + storedAMonth };
};
