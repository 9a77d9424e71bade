import { formatExact } from '@marquee/ui/clock.ts';
import type { Sampled } from './estimate.ts';
import { byKind, COST_KINDS } from './kinds.ts';

/** A cell that a spreadsheet takes for nothing but text or a number: a formula of somebody's naming does not run. */
export const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(Number(value.toPrecision(8)));
  const tame = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
};

/** The costs of executions as CSV, a line each, in dollars. */
export const csvOf = (sample: readonly Sampled[], region: string, asOf: string): string =>
  [
    ['execution', 'workflow', 'started', ...COST_KINDS, 'total in USD', 'region', 'list prices as of', 'not seen'],
    ...sample.map(({ arn, workflow, startedAt, cost }) => {
      const kinds = byKind(cost);
      return [
        arn,
        workflow,
        formatExact(new Date(startedAt)),
        ...COST_KINDS.map((kind) => kinds[kind]),
        cost.total,
        region,
        asOf,
        cost.unseen.join('; '),
      ];
    }),
  ]
    .map((cells) => cells.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
