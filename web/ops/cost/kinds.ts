import type { Cost, CostLine } from './cost-of.ts';

/** What a bill is told by. */
export const COST_KINDS = ['Step Functions', 'Lambda', 'DynamoDB', 'Events', 'Logs', 'S3', 'SQS'] as const;
export type CostKind = (typeof COST_KINDS)[number];
export type ByKind = Readonly<Record<CostKind, number>>;

const kindOf = ({ what, unit }: CostLine): CostKind => {
  if (/^(State transitions|Express)/.test(what)) return 'Step Functions';
  if (/log/i.test(what) && unit === 'GB') return 'Logs';
  if (what.startsWith('DynamoDB')) return 'DynamoDB';
  if (what.startsWith('S3')) return 'S3';
  if (what.startsWith('SQS')) return 'SQS';
  return what === 'Events' ? 'Events' : 'Lambda';
};

export const NOTHING: ByKind = Object.fromEntries(COST_KINDS.map((kind) => [kind, 0])) as Record<CostKind, number>;

/** An execution's cost by kind, in dollars. */
export const byKind = ({ lines }: Pick<Cost, 'lines'>): ByKind => {
  const sums: Record<CostKind, number> = { ...NOTHING };
  for (const line of lines) sums[kindOf(line)] += line.amount;
  return sums;
};

/** `one + other * times` of every kind. */
export const plus = (one: ByKind, other: ByKind, times = 1): ByKind =>
  Object.fromEntries(COST_KINDS.map((kind) => [kind, one[kind] + other[kind] * times])) as Record<CostKind, number>;

export const totalOf = (sums: ByKind): number => COST_KINDS.reduce((sum, kind) => sum + sums[kind], 0);
