import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../../clock.ts';
import { type Harness, openHarness } from '../../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { createSqs } from '../../sqs/create-sqs.ts';
import { sqsMetrics } from './sqs.ts';

const MINUTE = 60_000;

let harness: Harness;
let clock: VirtualClock;
let numbers: Record<string, number[]>;
beforeEach(async () => {
  clock = new VirtualClock(Math.ceil(Date.now() / MINUTE) * MINUTE);
  numbers = {};
  harness = await openHarness({
    clock,
    services(fauxqs, port) {
      const put = (_: string, name: string, __: unknown, value: unknown): void => {
        numbers[name] = [...(numbers[name] ?? []), Number(value)];
      };
      sqsMetrics({ sqs: fauxqs.sqs, clock, metrics: { put } }).start();
      return [createSqs({ fauxqs, port, clock, accountId: ACCOUNT_ID, region: REGION }).service];
    },
  });
});
afterEach(() => harness.close());

test('what is in a queue is noted at the end of every minute until it is empty, and then no more', async () => {
  const owner = { arn: 'me', accountId: ACCOUNT_ID, policies: 'administrator' } as const;
  const call = (operation: string, input: object) => harness.cloud.call('sqs', operation, input, owner);
  const { QueueUrl } = await call('CreateQueue', { QueueName: 'q' });
  await clock.advance(MINUTE);
  await call('SendMessage', { QueueUrl, MessageBody: 'one' });
  await call('SendMessage', { QueueUrl, MessageBody: 'two' });
  await clock.advance(2 * MINUTE);
  expect(numbers.ApproximateNumberOfMessagesVisible?.slice(-2)).toEqual([2, 2]);
  expect(numbers.ApproximateAgeOfOldestMessage?.slice(-2)).toEqual([60, 120]);
  await call('PurgeQueue', { QueueUrl });
  await clock.advance(10 * MINUTE);
  expect(numbers.ApproximateNumberOfMessagesVisible?.slice(-2)).toEqual([2, 0]);
  expect(numbers.NumberOfMessagesSent).toEqual([1, 1]);
  expect(clock.next()).toBeUndefined();
});
