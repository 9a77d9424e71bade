import { expect, test } from 'vitest';
import { dimensionsOf, queriesOf, stepsOf } from './measures.ts';
import { errorWords, formatRate, latencyWords, trafficWords } from './rate-words.ts';
import { barsPath, linePath, roundUp } from './spark-path.ts';
import type { MapNode, NodeKind } from './system-map.ts';
import { rowsOf } from './table-rows.ts';
import { healthOf, NO_TRAFFIC, rateOf, sumOf, trafficOf } from './traffic.ts';

const MINUTE = 60_000;
const node = (kind: NodeKind, physicalId: string): MapNode => ({
  ...{ id: `S/${physicalId}`, kind, name: physicalId, key: physicalId, domain: 'chat', stack: 'S', logicalId: 'L' },
  ...{ physicalId, says: [], properties: {} },
});
const hour = stepsOf({ from: 0, to: 60 * MINUTE });

test('a time is cut into at most 60 steps of whole minutes', () => {
  expect(hour).toEqual({ from: 0, to: 60 * MINUTE, step: MINUTE, count: 60 });
  for (const days of [1, 7, 14, 60])
    expect(stepsOf({ from: 0, to: days * 24 * 60 * MINUTE }).count).toBeLessThanOrEqual(60);
  expect(stepsOf({ from: 30_001, to: 90_001 })).toEqual({ from: 0, to: 2 * MINUTE, step: MINUTE, count: 2 });
});

test('a rule of a bus is known by bus and name, one of the default bus by its name', () => {
  expect(dimensionsOf({ kind: 'rule', physicalId: 'Bus|rule-1' })).toEqual({ EventBusName: 'Bus', RuleName: 'rule-1' });
  expect(dimensionsOf({ kind: 'rule', physicalId: 'rule-1' })).toEqual({ RuleName: 'rule-1' });
  expect(dimensionsOf({ kind: 'queue', physicalId: 'https://sqs.x.amazonaws.com/1/letters' })).toEqual({
    QueueName: 'letters',
  });
});

test('counts are summed, percentiles asked for over the whole time, what nobody measured is missing', () => {
  const asked = queriesOf([node('function', 'f')], hour);
  expect(asked.find(({ measure }) => measure.name === 'p99')?.query.MetricStat?.Period).toBe(3600);
  const idOf = (name: string) => asked.find(({ measure }) => measure.name === name)?.query.Id ?? '';
  const traffic = trafficOf(
    asked,
    [
      { Id: idOf('count'), Values: [3, 4], Timestamps: [new Date(0), new Date(2 * MINUTE)] },
      { Id: idOf('count'), Values: [1], Timestamps: [new Date(59 * MINUTE)] },
      { Id: idOf('p99'), Values: [250], Timestamps: [new Date(0)] },
    ],
    hour,
  ).get('S/f');
  expect(traffic?.totals).toEqual({ count: 8, p99: 250 });
  expect(traffic?.series.count?.slice(0, 3)).toEqual([3, undefined, 4]);
  expect(traffic?.series.p99).toBeUndefined();
  expect(rateOf(traffic ?? NO_TRAFFIC, hour)).toBeCloseTo(8 / 60);
});

test('parts together are added up, but of percentiles the highest is told', () => {
  const sum = sumOf([
    { totals: { count: 2, p99: 10, depth: 1 }, series: { count: [1, undefined] } },
    { totals: { count: 3, errors: 1, p99: 30, depth: 2 }, series: { count: [undefined, 3] } },
  ]);
  expect(sum).toEqual({ totals: { count: 5, errors: 1, p99: 30, depth: 3 }, series: { count: [1, 3] } });
  expect(healthOf(sum)).toBe('failed');
});

test('a part that was not called is quiet, one that is refused for being busy is throttled', () => {
  expect(healthOf(NO_TRAFFIC)).toBe('waiting');
  expect(healthOf({ totals: { count: 3 }, series: {} })).toBe('succeeded');
  expect(healthOf({ totals: { count: 3, throttles: 1 }, series: {} })).toBe('retried');
  expect(healthOf({ totals: { depth: 1 }, series: {} })).toBe('failed');
});

test.each([
  [0, 'none'],
  [0.004, '6 a day'],
  [0.05, '3 an hour'],
  [0.42, '0.4 a minute'],
  [12.4, '12 a minute'],
])('%d calls a minute are said as %s', (rate, said) => {
  expect(formatRate(rate)).toBe(said);
});

test('failures are said with their share, and alone where their beginnings were counted before', () => {
  const of = (count: number, errors: number) => errorWords({ totals: { count, errors }, series: {} });
  expect([of(1204, 3), of(10, 0), of(3, 1), of(0, 2), of(100_000, 1)]).toEqual([
    '3 of 1,204 failed, 0.2%',
    undefined,
    '1 of 3 failed, 33%',
    '2 failed',
    '1 of 100,000 failed, under 0.1%',
  ]);
});

test('a queue tells what waits, a table its units, what has no percentiles tells none', () => {
  expect(trafficWords('queue', { totals: { depth: 2 }, series: {} }, hour)).toBe('2 waiting');
  expect(trafficWords('table', { totals: { reads: 1.5 }, series: {} }, hour)).toBe('1.5 read units, 0 write units');
  expect(trafficWords('function', NO_TRAFFIC, hour)).toBe('not called');
  expect(latencyWords(NO_TRAFFIC)).toBeUndefined();
});

test('rows begin with what fails, then what works most; a search looks at names and kinds', () => {
  const nodes = [node('function', 'quiet'), node('function', 'busy'), node('queue', 'letters')];
  const observed = {
    steps: hour,
    traffic: new Map([
      ['S/busy', { totals: { count: 9 }, series: {} }],
      ['S/letters', { totals: { depth: 1 }, series: {} }],
    ]),
  };
  const names = (choice: object) =>
    rowsOf(nodes, observed, { search: '', failing: false, reverse: false, ...choice }).map((row) => row.node.name);
  expect(names({})).toEqual(['letters', 'busy', 'quiet']);
  expect(names({ sort: 'name', reverse: true })).toEqual(['quiet', 'letters', 'busy']);
  expect(names({ sort: 'rate' })[0]).toBe('busy');
  expect(names({ search: 'DEAD-LETTER' })).toEqual(['letters']);
  expect(names({ failing: true })).toEqual(['letters']);
});

test('bars leave out what was not there; a lone point is a stroke that can be seen', () => {
  const size = { width: 30, height: 10 };
  expect(barsPath([1, undefined, 2], 2, size).match(/M/g)).toHaveLength(2);
  expect(barsPath([0, 0], 0, size)).toBe('');
  expect(linePath([undefined, 5, undefined], 10, size)).toBe('M10.00 5.00H20.00');
  expect(linePath([0, 10, undefined], 10, size)).toBe('M5.00 10.00L15.00 0.00');
  expect([0, 3, 7, 12, 240].map(roundUp)).toEqual([1, 5, 10, 20, 250]);
});
