import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, openBench } from './testing/bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.close());

const CODE = `console.log('at start');
  export const handler = async ({ say = [], raw, lines = 0 }) => {
    for (const [level, ...values] of say) console[level](...values);
    if (raw) process.stdout.write(raw);
    for (let line = 0; line < lines; line++) console.log('line ' + line);
    return lines;
  };`;

const messagesOf = (requestId: string): string[] =>
  bench.logs.filter((entry) => entry.requestId === requestId).map(({ message }) => message);

describe('what a function prints', () => {
  test('stands as text between START and END, marked with its request', async () => {
    const found = bench.put(CODE);
    const say = [
      ['log', 'two\nlines'],
      ['error', 'bad %d', 7],
    ];
    const { requestId } = await bench.host.invoke(found, JSON.stringify({ say }));
    const [start, log, error, end, report, ...more] = messagesOf(requestId);
    expect(start).toBe(`START RequestId: ${requestId} Version: $LATEST`);
    expect(log).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z\t[0-9a-f-]{36}\tINFO\ttwo\rlines$/);
    expect(log).toContain(requestId);
    expect(error).toMatch(/\tERROR\tbad 7$/);
    expect(end).toBe(`END RequestId: ${requestId}`);
    expect(report).toMatch(
      /^REPORT RequestId: [0-9a-f-]{36}\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 256 MB\tMax Memory Used: \d+ MB\tInit Duration: [\d.]+ ms$/,
    );
    expect(more).toEqual([]);
    expect(bench.logs.find(({ message }) => message.endsWith('at start'))).not.toHaveProperty('requestId');
  });

  test('is one JSON object a line where the function logs in JSON', async () => {
    const found = bench.put(CODE, { jsonLogs: true });
    const { requestId } = await bench.host.invoke(
      found,
      JSON.stringify({
        say: [
          ['warn', 'careful'],
          ['info', { assetId: 'a' }],
        ],
      }),
    );
    expect(messagesOf(requestId).map((message) => JSON.parse(message))).toEqual([
      expect.objectContaining({ type: 'platform.start', record: { requestId, version: '$LATEST' } }),
      { timestamp: expect.any(String), level: 'WARN', requestId, message: 'careful' },
      { timestamp: expect.any(String), level: 'INFO', requestId, message: { assetId: 'a' } },
      expect.objectContaining({
        type: 'platform.report',
        record: expect.objectContaining({ requestId, status: 'success' }),
      }),
    ]);
  });

  test('has all been read before the answer, however much it is, and belongs to no other request', async () => {
    const found = bench.put(CODE);
    for (const lines of [3000, 0, 1000]) {
      const { requestId, logTail } = await bench.host.invoke(found, JSON.stringify({ lines }));
      const messages = messagesOf(requestId);
      expect(messages.filter((message) => /\tline \d+$/.test(message))).toHaveLength(lines);
      expect(messages.at(-1)).toMatch(/^REPORT/);
      expect(logTail.length).toBeLessThanOrEqual(4096);
      expect(logTail).toContain(`END RequestId: ${requestId}`);
    }
  });

  test('is kept where it does not end its line, and the request ends all the same', async () => {
    const found = bench.put(CODE);
    const { requestId } = await bench.host.invoke(found, JSON.stringify({ raw: 'no end' }));
    expect(messagesOf(requestId)).toContain('no end');
    const next = await bench.host.invoke(found, '{}');
    expect(messagesOf(next.requestId).map((message) => message.split(' ')[0])).toEqual(['START', 'END', 'REPORT']);
  });

  test('just before the process ends is kept as well', async () => {
    const found = bench.put(`export const handler = async () => { console.log('last words'); process.exit(1) }`);
    const { requestId } = await bench.host.invoke(found, '{}');
    expect(messagesOf(requestId)).toContainEqual(expect.stringMatching(/\tINFO\tlast words$/));
  });

  test('cannot hold the request up by closing its output', async () => {
    const found = bench.put('export const handler = async () => { process.stdout.destroy(); return 1 }');
    expect(await bench.host.invoke(found, '{}')).toMatchObject({ ok: true, payload: '1' });
  });
});

test('an instance writes all of its requests to its own log stream', async () => {
  const meeting = `import { existsSync, writeFileSync } from 'node:fs';
    export const handler = async ({ me, other }, { logStreamName }) => {
      writeFileSync(me, '');
      while (!existsSync(other)) await new Promise((resolve) => setTimeout(resolve, 5));
      console.log('here');
      return logStreamName;
    };`;
  const found = bench.put(meeting);
  const [a, b] = [`${bench.folder}/a`, `${bench.folder}/b`];
  const results = await Promise.all([
    bench.host.invoke(found, JSON.stringify({ me: a, other: b })),
    bench.host.invoke(found, JSON.stringify({ me: b, other: a })),
  ]);
  const streams = results.map((result) => (result.ok ? JSON.parse(result.payload) : ''));
  expect(new Set(streams).size).toBe(2);
  for (const [index, { requestId }] of results.entries()) {
    const used = bench.logs.filter((entry) => entry.requestId === requestId).map(({ stream }) => stream);
    expect(new Set(used)).toEqual(new Set([streams[index]]));
  }
});
