import { expect, test } from 'vitest';
import type { MapNode } from '../services/system-map.ts';
import { besidesCost, besidesOf } from './besides.ts';
import type { Cost } from './cost-of.ts';
import { cell, csvOf } from './csv.ts';
import { estimate, projected, type Sampled, spreadOf, sumOfSpreads } from './estimate.ts';
import { byKind, NOTHING, totalOf } from './kinds.ts';
import { type Prices, pricesOf } from './prices.ts';

const line = (what: string, unit: string, amount: number) => ({ what, unit, count: 1, price: amount, amount });
const cost = (...lines: ReturnType<typeof line>[]): Cost => ({
  ...{ lines, unseen: ['what functions ask of other services'] },
  total: lines.reduce((sum, { amount }) => sum + amount, 0),
});
const sampled = (...totals: number[]): Sampled[] =>
  totals.map((total, index) => ({
    ...{ arn: `arn:${index}`, workflow: 'w', startedAt: 0 },
    cost: cost(line('State transitions', 'transition', total)),
  }));

test('the lines of an execution fall into kinds, and into one each', () => {
  const kinds = byKind(
    cost(
      ...[line('State transitions', 'transition', 1), line('Express duration', 'GB-second', 2)],
      ...[line('Lambda requests', 'request', 4), line('make-renditions, with its start', 'GB-second', 8)],
      ...[line("Functions' logs", 'GB', 16), line("The workflow's log", 'GB', 32), line('Events', 'event', 64)],
      ...[
        line('DynamoDB writes', 'write unit', 128),
        line('S3 reads', 'request', 256),
        line('SQS requests', 'request', 512),
      ],
    ),
  );
  expect(kinds).toEqual({ 'Step Functions': 3, Lambda: 12, Logs: 48, Events: 64, DynamoDB: 128, S3: 256, SQS: 512 });
  expect(totalOf(kinds)).toBe(1023);
});

test('where every execution was read, the sum is exact', () => {
  expect(spreadOf([1, 2, 3], 3)).toEqual({ amount: 6, low: 6, high: 6 });
  expect(spreadOf([], 5)).toEqual({ amount: 0, low: 0, high: 0 });
});

test('a sample tells how far its sum may be off', () => {
  // Mean 2, deviation 1, of 3 out of 300: 1.96 * 1/sqrt(3) * sqrt(297/299) * 300.
  const { amount, low, high } = spreadOf([1, 2, 3], 300);
  expect(amount).toBe(600);
  expect(high - amount).toBeCloseTo(1.96 * (1 / Math.sqrt(3)) * Math.sqrt(297 / 299) * 300, 6);
  expect(low).toBeCloseTo(2 * amount - high, 6);
  expect(spreadOf([2], 100)).toMatchObject({ amount: 200, low: expect.closeTo(0, 6), high: expect.closeTo(400, 6) });
});

test("a workflow's kinds and total are the mean times all", () => {
  const told = estimate('w', 10, sampled(1, 3));
  expect(told).toMatchObject({ executions: 10, sampled: 2, mean: 2, total: { amount: 20 } });
  expect(told.kinds['Step Functions']).toBe(20);
  expect(estimate('w', 10, [])).toMatchObject({ mean: undefined, kinds: NOTHING, total: { amount: 0 } });
});

test('errors of several workflows do not all go the same way', () => {
  expect(
    sumOfSpreads([
      { amount: 10, low: 7, high: 13 },
      { amount: 20, low: 16, high: 24 },
    ]),
  ).toEqual({ amount: 30, low: 25, high: 35 });
});

test('a month has 730 hours like the time, and keeps what is stored', () => {
  expect(projected({ amount: 1, low: 0.5, high: 2 }, 3_600_000, 3)).toEqual({ amount: 733, low: 368, high: 1463 });
});

test('functions outside of workflows are all functions less those that workflows called', () => {
  const prices = pricesOf('us-east-1') as Prices;
  const node: MapNode = {
    ...{
      id: 'f',
      kind: 'function',
      name: 'f',
      key: 'f',
      domain: 'chat',
      stack: 'S',
      logicalId: 'F',
      physicalId: 'f',
      says: [],
    },
    properties: { MemorySize: 2048 },
  };
  const counted = new Map([['f', { totals: { count: 1000 }, series: {} }]]);
  const besides = besidesOf([node], counted, new Map([['f', 5000]]), { logBytes: 2 * 1024 ** 3 });
  // 5 s of 2 GB are 10 GB-seconds.
  expect(besides).toMatchObject({ requests: 1000, gbSeconds: 10, events: undefined });
  const told = besidesCost(besides, { ...NOTHING, Lambda: 0.0001 }, prices);
  expect(told.functions).toBeCloseTo(0.0002 + 10 * 0.0000133334 - 0.0001, 12);
  expect(told.storedAMonth).toBeCloseTo(0.06, 12);
  expect(besidesCost(besides, { ...NOTHING, Lambda: 1 }, prices).functions).toBe(0);
});

test('a file of costs is no program: formulas and line breaks of names stay text', () => {
  expect(['=1+1', '-x', 'a,b', 'say "it"', 'plain'].map(cell)).toEqual([
    "'=1+1",
    "'-x",
    '"a,b"',
    '"say ""it"""',
    'plain',
  ]);
  const [head = '', first = ''] = csvOf(sampled(0.5), 'us-east-1', '2026-01-01').split('\r\n');
  expect(head.split(',').slice(0, 4)).toEqual(['execution', 'workflow', 'started', 'Step Functions']);
  expect(first).toContain('0.5,us-east-1,2026-01-01');
});
