import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench } from './testing/bench.ts';

/** Real processes take the time that the machine gives them. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 10 });

let bench: Bench;
afterEach(() => bench.close());

const MINUTE = 60_000;

/** Fails until a file is there; writes down each attempt's request id. */
const CODE = `import { appendFileSync, existsSync } from 'node:fs';
  export const handler = async ({ log, gate }, { awsRequestId }) => {
    appendFileSync(log, awsRequestId + '\\n');
    if (gate && !existsSync(gate)) throw new TypeError('not yet');
    return { done: true };
  };`;

/** Starts an asynchronous call of a function that logs its attempts; answers how to count them. */
const start = async (settings: object = {}, event: object = { gate: 'missing' }) => {
  const found = bench.put(CODE);
  bench.functions.setAsync(found.configuration.name, '$LATEST', { ...settings });
  const log = `${bench.folder}/${found.configuration.name}.log`;
  const attempts = (): string[] => {
    try {
      return readFileSync(log, 'utf8').trim().split('\n');
    } catch {
      return [];
    }
  };
  const id = bench.queue.add(found, JSON.stringify({ log, ...event }));
  await bench.clock.advance(0);
  /** Waits for what the attempts so far led to, which real processes decide. */
  const settled = (reports: number): Promise<void> =>
    eventually(() => bench.logs.filter(({ message }) => message.startsWith('REPORT')).length).toBe(reports);
  return { found, id, attempts, settled };
};

test('a failing call is tried again after one minute and after two more, then its destination gets a record', async () => {
  bench = openBench();
  const { found, id, attempts, settled } = await start({ onFailure: 'arn:aws:sqs:us-east-1:0:failed' });
  await settled(1);
  await bench.clock.advance(MINUTE - 1);
  expect(attempts()).toHaveLength(1);
  await bench.clock.advance(1);
  await settled(2);
  await bench.clock.advance(2 * MINUTE - 1);
  expect(attempts()).toHaveLength(2);
  await bench.clock.advance(1);
  await settled(3);
  await eventually(() => bench.sent).toHaveLength(1);
  expect(bench.sent[0]).toEqual({
    arn: 'arn:aws:sqs:us-east-1:0:failed',
    record: {
      version: '1.0',
      timestamp: '2026-01-01T00:03:00.000Z',
      requestContext: {
        requestId: id,
        functionArn: `${found.invokedArn}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: 3,
      },
      requestPayload: { log: expect.any(String), gate: 'missing' },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: 'TypeError', errorMessage: 'not yet', trace: expect.any(Array) },
    },
  });
  expect(new Set(attempts())).toEqual(new Set([id]));
  await bench.clock.advance(60 * MINUTE);
  expect(attempts()).toHaveLength(3);
});

test('a call that succeeds is told to the destination of successes', async () => {
  bench = openBench();
  await start({ onSuccess: 'arn:aws:sqs:us-east-1:0:done' }, {});
  await eventually(() => bench.sent).toHaveLength(1);
  expect(bench.sent[0]?.record).toMatchObject({
    requestContext: { condition: 'Success', approximateInvokeCount: 1 },
    responsePayload: { done: true },
  });
});

test('no retry starts that would be older than the event may get', async () => {
  bench = openBench();
  await start({ maxAgeSeconds: 90, onFailure: 'arn:aws:sqs:us-east-1:0:failed' }).then(({ settled }) => settled(1));
  await bench.clock.advance(MINUTE);
  await eventually(() => bench.sent).toHaveLength(1);
  expect(bench.sent[0]?.record).toMatchObject({
    requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 2 },
  });
});

test('a destination that does not take the record is tried again, the function is not', async () => {
  let asked = 0;
  bench = openBench({
    send: async () => {
      if (++asked < 3) throw new Error('the queue is full');
    },
  });
  const { attempts, settled } = await start({ retries: 0, onFailure: 'arn:aws:sqs:us-east-1:0:failed' });
  await settled(1);
  await eventually(() => asked).toBe(1);
  await bench.clock.advance(1000);
  expect([asked, bench.sent.length]).toEqual([2, 0]);
  await bench.clock.advance(2000);
  expect([asked, bench.sent.length]).toEqual([3, 1]);
  expect(attempts()).toHaveLength(1);
});

test('what was accepted and not finished goes on after a restart', async () => {
  const first = openBench();
  bench = first;
  const { found, settled } = await start();
  await settled(1);
  await first.leave();
  bench = openBench({ folder: first.folder });
  bench.functions.put(found.configuration);
  expect(bench.resume()).toBe(1);
  await bench.clock.advance(2 * MINUTE);
  await eventually(() => bench.logs.filter(({ message }) => message.startsWith('REPORT')).length).toBe(1);
});

test('calls of a function that left the template are dropped', async () => {
  const first = openBench();
  bench = first;
  const { settled } = await start();
  await settled(1);
  await first.leave();
  bench = openBench({ folder: first.folder });
  expect(bench.resume()).toBe(1);
  await bench.clock.advance(2 * MINUTE);
  expect(bench.resume()).toBe(0);
});
