import { expect, test } from 'vitest';
import type { Attempt, ExecutionTree, Visit } from '../history/model.ts';
import { costOf, type Invoked, keyOf, transitionsOf } from './cost-of.ts';
import { type Prices, pricesOf, REGIONS } from './prices.ts';
import { itemBytes, unitsOf } from './request-units.ts';

const prices = pricesOf('us-east-1') as Prices;
const attempt = (number: number, more: Partial<Attempt> = {}): Attempt => ({
  number,
  scheduledAt: 0,
  standing: 'succeeded',
  ...more,
});
const visit = (id: number, more: Partial<Visit> = {}): Visit => ({
  ...{ id, name: `S${id}`, type: 'Task', path: `S${id}`, standing: 'succeeded', enteredAt: 0 },
  ...{ assigned: {}, variables: {}, attempts: [], branches: [], events: [] },
  ...more,
});
const tree = (...visits: Visit[]): ExecutionTree => ({
  ...{ standing: 'succeeded', startedAt: 0, endedAt: 1230, visits, redrivenAt: [] },
});
const amounts = (used: ExecutionTree, invoked = new Map<string, Invoked>()) =>
  Object.fromEntries(
    costOf({ tree: used, invoked }, prices).lines.map(({ what, count, amount }) => [what, [count, amount]]),
  );

test('a transition is counted for each state that is executed, and for each retry', () => {
  const work = visit(2, { attempts: [attempt(1), attempt(2), attempt(3)] });
  expect(transitionsOf(tree(visit(1), work))).toBe(4);
  expect(amounts(tree(visit(1), work))).toEqual({ 'State transitions': [4, 4 * 0.000025] });
});

test('a function costs a request and what was billed of its memory, with the start of its instance', () => {
  const parameters = '{"FunctionName":"arn:aws:lambda:us-east-1:0:function:make-renditions:live"}';
  const work = visit(1, { resource: 'arn:aws:states:::lambda:invoke', attempts: [attempt(1, { parameters })] });
  // 2 GB for 1.5 s are 3 GB-seconds.
  const invoked = new Map([[keyOf(work, attempt(1)), { billedMs: 1500, memoryMiB: 2048, logBytes: 2 ** 20 }]]);
  const told = amounts(tree(work), invoked);
  expect(told['make-renditions, with its start']).toEqual([3, 3 * 0.0000133334]);
  expect(told['Lambda requests']).toEqual([1, 0.2 / 1e6]);
  expect(told["Functions' logs"]).toEqual([1 / 1024, 0.5 / 1024]);
  const names = new Map([['make-renditions', 'Renditions']]);
  const { unseen } = costOf({ tree: tree(work), invoked: new Map(), names }, prices);
  expect(unseen).toContain('how long Renditions worked, where its log is not read');
});

test('an Express execution costs a request and its time by 100 ms, of 64 MB at least', () => {
  const { lines, total, unseen } = costOf(
    { tree: tree(visit(1)), express: { logBytes: 0 }, invoked: new Map() },
    prices,
  );
  expect(lines.map(({ what, count }) => [what, count])).toEqual([
    ['Express request', 1],
    ['Express duration', 1.3 / 16],
  ]);
  expect(total).toBeCloseTo(0.000001 + (1.3 / 16) * 0.00001667, 12);
  expect(unseen).toEqual(['memory of the Express execution above its first 64 MB']);
});

test('calls of other services cost what they ask for; what cannot be seen is named', () => {
  const task = (id: number, resource: string, parameters: object) =>
    visit(id, {
      resource: `arn:aws:states:::${resource}`,
      attempts: [attempt(1, { parameters: JSON.stringify(parameters) })],
    });
  const used = tree(
    task(1, 'dynamodb:putItem', { Item: { pk: { S: 'x'.repeat(1500) } } }),
    task(2, 'dynamodb:updateItem', {}),
    task(3, 'events:putEvents', { Entries: [{}, {}] }),
    task(4, 'aws-sdk:s3:copyObject', {}),
    task(5, 'aws-sdk:s3:deleteObject', {}),
    task(6, 'aws-sdk:cloudfront:createInvalidation', {}),
  );
  const told = amounts(used);
  expect(told['DynamoDB writes']?.[0]).toBe(3);
  expect(told.Events?.[0]).toBe(2);
  expect(told['S3 writes']?.[0]).toBe(1);
  const { unseen } = costOf({ tree: used, invoked: new Map() }, prices);
  expect(unseen).toContain('calls of cloudfront:createInvalidation');
  expect(unseen).toContain('items of more than 1 KB that are changed in place');
});

test("an item's size follows DynamoDB's rules", () => {
  // pk 2 + 3, n 1 + 3 (4 digits), list 4 + 3 + (1 + 2), map 1 + 3 + 1 + (1 + 1)
  const item = { pk: { S: 'abc' }, n: { N: '1234' }, list: { L: [{ S: 'ab' }] }, m: { M: { a: { BOOL: true } } } };
  expect(itemBytes(item)).toBe(5 + 4 + 10 + 7);
  expect(unitsOf('transactWriteItems', { TransactItems: [{ Put: { Item: item } }, { Update: {} }] }, {})).toEqual({
    ...{ writes: 4, reads: 0, known: false },
  });
  expect(unitsOf('getItem', { ConsistentRead: true }, { Item: { pk: { S: 'x'.repeat(5000) } } }).reads).toBe(2);
  expect(unitsOf('query', {}, { Items: [item] }).reads).toBe(0.5);
});

test('every region has all prices, and one that is not listed has none', () => {
  for (const region of REGIONS) expect(Math.min(...Object.values(pricesOf(region) ?? { none: 0 }))).toBeGreaterThan(0);
  expect(pricesOf('mars-north-1')).toBeUndefined();
});
