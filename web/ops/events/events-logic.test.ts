import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPattern } from '../../../local/logs/pattern/json.ts';
import { faultsOf, fieldsOf, loadContract, type Schema, typeWords } from './contract.ts';
import { type BusEvent, detailOf, readEvent } from './event.ts';
import { EventFeed, type FeedState, MOST_EVENTS } from './event-feed.ts';
import { admits, patternOf } from './event-filter.ts';
import { planReplay, replayName, spanOf } from './replay-plan.ts';
import { isPlain, mayMatch, targetName } from './rules.ts';
import { invocationsOf, isStartedBy } from './started.ts';
import { windowsOf } from './windows.ts';

const line = (more: object = {}, data: object = { assetId: 'a1', key: 'uploads/a1/key-art.jpg' }) =>
  JSON.stringify({
    ...{ version: '0', id: 'e1', 'detail-type': 'AssetUploaded', source: 'marquee.ingest' },
    ...{ time: '2026-03-01T09:00:00Z', resources: [] },
    detail: { metadata: { eventId: 'ev1', correlationId: 'c1', causationId: 'x1', version: 1 }, data },
    ...more,
  });

const event = (more: object = {}, at = Date.parse('2026-03-01T09:00:01Z')): BusEvent => {
  const read = readEvent(line(more), at, `${at} ${JSON.stringify(more)}`);
  if (!read) throw new Error('no event');
  return read;
};

test('an event is read with what it is about and the ids that tie it to others', () => {
  expect(event({ 'replay-name': 'Replay-dev-1' })).toMatchObject({
    ...{ id: 'e1', source: 'marquee.ingest', detailType: 'AssetUploaded', version: 1, replay: 'Replay-dev-1' },
    ...{ eventId: 'ev1', correlationId: 'c1', causationId: 'x1', time: Date.parse('2026-03-01T09:00:00Z') },
    subject: { label: 'key-art.jpg' },
  });
});

test('a line that is no event is none, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readEvent(text, 0, 'k')).toBeUndefined();
      detailOf(text);
    }),
  );
});

test('a filter finds by its pattern what it admits', () => {
  const filter = { source: 'marquee.ingest', type: 'AssetUploaded' };
  expect(jsonPattern(patternOf(filter) ?? '').matches(line())).toBe(true);
  expect(jsonPattern(patternOf({ ...filter, type: 'AssetRemoved' }) ?? '').matches(line())).toBe(false);
  expect(patternOf({})).toBeUndefined();
  expect(admits({ text: 'key-art' }, event())).toBe(true);
  expect(admits({ ...filter, text: 'poster' }, event())).toBe(false);
});

test('the stretches of a time begin with its newest, cover it and do not overlap', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 12), fc.nat(10 ** 10), (from, length) => {
      const windows = windowsOf(from, from + length);
      expect(windows[0]?.to).toBe(from + length);
      expect(windows.at(-1)?.from).toBe(from);
      for (const [index, window] of windows.entries()) {
        expect(window.from).toBeLessThanOrEqual(window.to);
        if (index > 0) expect(window.to).toBe((windows[index - 1]?.from ?? 0) - 1);
      }
    }),
  );
});

test('a rule is dismissed by its plain lists alone; what else it asks for is left to EventBridge', () => {
  const { source, detailType } = event();
  const may = (pattern: object) => mayMatch(JSON.stringify(pattern), { source, detailType });
  expect(may({ source: ['marquee.ingest'], 'detail-type': ['AssetUploaded', 'AssetRemoved'] })).toBe(true);
  expect(may({ source: ['marquee.media'] })).toBe(false);
  expect(may({ source: [{ prefix: '' }] })).toBe(true);
  expect(may({ source: ['marquee.ingest'], detail: { data: { key: ['another'] } } })).toBe(true);
  expect(mayMatch(undefined, { source, detailType })).toBe(false);
  expect(isPlain('{"source":["a"],"detail-type":["b"]}')).toBe(true);
  expect(isPlain('{"source":["a"],"detail":{}}')).toBe(false);
  expect(isPlain('{"source":[{"prefix":""}]}')).toBe(false);
});

test('targets are named as the stage names its parts', () => {
  const system = {
    workflows: [{ name: 'process-asset', arn: 'arn:aws:states:r:1:stateMachine:m' }],
    functions: [{ name: 'refresh-asset', physicalId: 'f-123' }],
    deadLetterQueues: [],
  };
  expect(targetName('arn:aws:states:r:1:stateMachine:m', system)).toBe('process-asset');
  expect(targetName('arn:aws:lambda:r:1:function:f-123:live', system)).toBe('refresh-asset');
  expect(targetName('arn:aws:lambda:r:1:function:other', system)).toBe('other');
});

test('an execution belongs to the delivery that started it, not to a replay of the same event', () => {
  expect(isStartedBy(line(), { id: 'e1' })).toBe(true);
  expect(isStartedBy(line({ 'replay-name': 'r' }), { id: 'e1' })).toBe(false);
  expect(isStartedBy(line({ 'replay-name': 'r' }), { id: 'e1', replay: 'r' })).toBe(true);
  expect(isStartedBy('no JSON', { id: 'e1' })).toBe(false);
});

test('a replay is planned by time: what else lies in it and reaches the same rules is said', () => {
  const at = (second: number) => ({ time: `2026-03-01T09:00:0${second}Z` });
  const logged = [
    event({ id: 'a', ...at(1) }),
    event({ id: 'b', ...at(2) }),
    event({ id: 'b', ...at(2), 'replay-name': 'before' }),
    event({ id: 'c', ...at(3), 'detail-type': 'AssetRemoved' }),
    event({ id: 'd', ...at(3), source: 'aws.s3' }),
    event({ id: 'e', ...at(9) }),
  ];
  const chosen = logged.filter(({ id }) => id === 'a' || id === 'c');
  const span = spanOf(chosen);
  const rule = {
    ...{ name: 'asset-uploaded', physicalName: 'r', arn: 'arn:rule', enabled: true, managed: false },
    pattern: '{"detail-type":["AssetUploaded"]}',
  };
  if (!span) throw new Error('no span');
  const plan = planReplay(span, logged, new Set(['a', 'c']), [rule]);
  expect(plan.kinds).toEqual([
    { source: 'marquee.ingest', detailType: 'AssetUploaded', count: 2, chosen: 1, rules: ['asset-uploaded'] },
    { source: 'marquee.ingest', detailType: 'AssetRemoved', count: 1, chosen: 1, rules: [] },
  ]);
  expect(plan).toMatchObject({ besides: 1, delivered: 2 });
  expect(spanOf([])).toBeUndefined();
  expect(plan.to).toBeGreaterThan(plan.from);
});

test('a replay has a name that the roles of the console may start', () => {
  expect(replayName('dev', new Date('2026-11-23T14:02:09Z'), () => 0.5)).toMatch(
    /^Replay-dev-20261123-140209-[0-9a-z]{4}$/,
  );
  expect(replayName('a'.repeat(30), new Date()).length).toBeLessThanOrEqual(64);
});

const CONTRACTS = join(import.meta.dirname, '../../../events/json-schema');

test('every contract of the repository can be loaded, and words are found for all of its types', async () => {
  const names = readdirSync(CONTRACTS);
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const [detailType = '', version = ''] = name.split('.');
    const schema = await loadContract(detailType, Number(version.slice(1)));
    expect(schema, name).toMatchObject(JSON.parse(readFileSync(join(CONTRACTS, name), 'utf8')));
    for (const { type } of fieldsOf(schema as Schema, {})) expect(type).not.toBe('');
  }
  expect(await loadContract('../../package', 1)).toBeUndefined();
  expect(await loadContract('NoSuchEvent', 1)).toBeUndefined();
});

test('what does not fit a contract is marked at its field: what is wrong, what is missing, and what is too much', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      name: { type: 'string' },
      size: { type: 'integer' },
      states: { type: 'array', items: { enum: ['ready'] } as Schema },
    },
    required: ['name', 'size'],
    additionalProperties: false,
  } as Schema;
  const fields = fieldsOf(schema, { size: 'large', states: ['late'], more: 1 });
  expect(Object.fromEntries(fields.map(({ path, fault }) => [path, fault !== undefined]))).toEqual({
    ...{ name: true, size: true, states: true, more: true },
  });
  expect(faultsOf({ type: 'object', properties: { size: { type: 'integer' } } }, { size: 'large' })).toEqual([
    { path: 'size', says: 'It is of the type string, not integer.' },
  ]);
  expect(fieldsOf(schema, { name: 'a', size: 1, states: ['ready'] }).filter(({ fault }) => fault)).toEqual([]);
  expect(typeWords(schema.properties?.states as Schema)).toBe('list of "ready"');
});

const page = (from: number, count: number): BusEvent[] =>
  Array.from({ length: count }, (_, index) => ({ ...event({}, from + index), key: `${from + index}` }));

test('a feed has the newest first, takes each line once, and keeps no more than its most', async () => {
  let state: FeedState | undefined;
  const asked: { from: number; to?: number }[] = [];
  const feed = new EventFeed(
    async function* (period) {
      asked.push(period);
      yield page(1000, 3);
      yield page(1002, MOST_EVENTS);
    },
    { from: 0 },
    (next) => {
      state = next;
    },
    () => 50_000,
  );
  await feed.load();
  expect(asked).toHaveLength(1);
  expect(state).toMatchObject({ loading: false, capped: true });
  expect(state?.events).toHaveLength(MOST_EVENTS);
  expect(state?.events[0]?.at).toBe(1001 + MOST_EVENTS);
  await feed.refresh();
  expect(asked.at(-1)).toEqual({ from: 40_000 });
  expect(new Set(state?.events.map(({ key }) => key)).size).toBe(MOST_EVENTS);
});

test('a feed that is refused keeps what it has and says why', async () => {
  let state: FeedState | undefined;
  let refuse = false;
  const feed = new EventFeed(
    async function* () {
      if (refuse) throw new Error('no');
      yield page(1, 2);
    },
    { from: 0 },
    (next) => {
      state = next;
    },
    () => 1000,
  );
  await feed.load();
  refuse = true;
  await feed.refresh();
  expect(state).toMatchObject({ events: [{ at: 2 }, { at: 1 }], error: new Error('no') });
});

test("the runs of a function that an event led to are told by the function's own lines, each with how it ended", () => {
  const lineOf = (function_request_id: string, causationId: string, level: string, message: string) =>
    JSON.stringify({ function_request_id, causationId, level, message, error: { name: 'NotNowError' } });
  const lines = [
    { at: 3, message: lineOf('r1', 'ev1', 'INFO', 'done') },
    { at: 1, message: lineOf('r1', 'ev1', 'ERROR', 'not now') },
    { at: 2, message: lineOf('r2', 'another', 'INFO', 'done') },
    { at: 4, message: lineOf('r3', 'e1', 'ERROR', 'not now') },
    { at: 5, message: 'REPORT ev1' },
  ];
  expect(invocationsOf(lines, event())).toEqual([
    { requestId: 'r1', at: 1, tries: 2 },
    { requestId: 'r3', at: 4, tries: 1, error: 'NotNowError' },
  ]);
});
