import type { Row } from './row.ts';
import { shownStanding } from './row.ts';

/** What a bar is stacked of, from the ground up; the chart's own order of colours. */
export const STACK = ['succeeded', 'retried', 'running', 'failed', 'aborted'] as const;
export type Layer = (typeof STACK)[number];

export const layerOf = (row: Row): Layer => {
  switch (shownStanding(row)) {
    case 'succeeded':
      return 'succeeded';
    case 'retried':
    case 'caught':
      return 'retried';
    case 'failed':
    case 'timedout':
      return 'failed';
    case 'aborted':
      return 'aborted';
    default:
      return 'running';
  }
};

export type Bin = { from: number; to: number; counts: Readonly<Record<Layer, number>>; total: number };

/** How many executions began in each of `count` equal parts of a time. */
export const binsOf = (rows: readonly Row[], from: number, to: number, count: number): Bin[] => {
  const length = Math.max(1, (to - from) / count);
  const bins = Array.from({ length: count }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
    counts: { succeeded: 0, retried: 0, running: 0, failed: 0, aborted: 0 },
    total: 0,
  }));
  for (const row of rows) {
    const bin = bins[Math.min(count - 1, Math.floor((row.startedAt - from) / length))];
    if (!bin || row.startedAt < from) continue;
    bin.counts[layerOf(row)] += 1;
    bin.total += 1;
  }
  return bins;
};
