import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { AwsError } from '../aws/error.ts';
import { openDatabase } from '../database.ts';
import { type Bridge, DEAD, FUNCTION, MACHINE, openBridge, QUEUE, ROLE } from './testing.ts';

let bridge: Bridge;
afterEach(() => bridge.close());

const busy = (): never => {
  throw new AwsError('ThrottlingException', 'Rate exceeded');
};
const target = (more: object = {}) => ({ Id: 't', Arn: QUEUE, ...more });
const rule = (...targets: object[]) => ({ EventPattern: { source: ['shop'] }, Targets: targets });
const publish = (detail: object = { n: 1 }): void =>
  bridge.publish({ source: 'shop', detailType: 'Sold', detail, resources: [], time: bridge.clock.now() });
const times = (): number[] => bridge.calls.map(({ at }) => (at - Date.UTC(2026, 0, 1)) / 1000);

test('every target of every rule that matches gets the event once', async () => {
  bridge = openBridge();
  await bridge.make('Rule', 'one', rule(target(), target({ Id: 'u', Arn: MACHINE, RoleArn: ROLE })));
  await bridge.make('Rule', 'two', rule(target({ Arn: FUNCTION })));
  await bridge.make('Rule', 'off', { ...rule(target()), State: 'DISABLED' });
  await bridge.make('Rule', 'other', { ...rule(target()), EventPattern: { source: ['library'] } });
  publish();
  await bridge.clock.advance(3_600_000);
  const body = JSON.stringify(bridge.events[0]);
  expect(bridge.calls.map(({ operation, input }) => ({ operation, ...input }))).toEqual([
    { operation: 'SendMessage', QueueUrl: QUEUE, MessageBody: body },
    { operation: 'StartExecution', stateMachineArn: MACHINE, input: body },
    { operation: 'Invoke', FunctionName: FUNCTION, InvocationType: 'Event', Payload: body },
  ]);
});

describe('a target that fails for now', () => {
  test('is tried again, each time after twice as long, up to ten minutes', async () => {
    bridge = openBridge({ refuse: busy });
    await bridge.make('Rule', 'r', rule(target()));
    publish();
    await bridge.clock.advance(3_600_000);
    const waits = times().map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(waits).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600, 600]);
  });

  test('gets the same input at each attempt', async () => {
    bridge = openBridge({ refuse: busy });
    const InputTransformer = { InputTemplate: '{"at": <aws.events.event.ingestion-time>}' };
    await bridge.make('Rule', 'r', rule(target({ InputTransformer })));
    publish();
    await bridge.clock.advance(60_000);
    expect(new Set(bridge.calls.map(({ input }) => input.MessageBody))).toEqual(
      new Set(['{"at": "2026-01-01T00:00:00Z"}']),
    );
  });

  test('is given up after its attempts; the event goes to the dead-letter queue with AWS’s attributes', async () => {
    bridge = openBridge({ refuse: busy });
    const more = { DeadLetterConfig: { Arn: DEAD }, RetryPolicy: { MaximumRetryAttempts: 2 } };
    await bridge.make('Rule', 'r', rule(target(more)));
    publish();
    await bridge.clock.advance(86_400_000);
    expect(times()).toEqual([0, 1, 3]);
    expect(bridge.deadLetters).toEqual([
      {
        arn: DEAD,
        body: bridge.events[0],
        attributes: {
          ERROR_CODE: 'THROTTLING',
          ERROR_MESSAGE: 'Rate exceeded',
          EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
          RETRY_ATTEMPTS: '2',
          RULE_ARN: 'arn:aws:events:us-east-1:000000000000:rule/r',
          TARGET_ARN: QUEUE,
        },
      },
    ]);
  });

  test('is given up when the event is too old', async () => {
    bridge = openBridge({ refuse: busy });
    const more = { DeadLetterConfig: { Arn: DEAD }, RetryPolicy: { MaximumEventAgeInSeconds: 60 } };
    await bridge.make('Rule', 'r', rule(target(more)));
    publish();
    await bridge.clock.advance(86_400_000);
    expect(Math.max(...times())).toBeLessThanOrEqual(60);
    expect(bridge.deadLetters[0]?.attributes.EXHAUSTED_RETRY_CONDITION).toBe('MaximumEventAgeInSeconds');
  });

  test('loses nothing where the dead-letter queue has no room either', async () => {
    bridge = openBridge({ refuse: busy });
    bridge.faults.deadLetter = 2;
    const more = { DeadLetterConfig: { Arn: DEAD }, RetryPolicy: { MaximumRetryAttempts: 0 } };
    await bridge.make('Rule', 'r', rule(target(more)));
    publish();
    await bridge.clock.advance(86_400_000);
    expect(bridge.deadLetters).toHaveLength(1);
  });

  test('without a dead-letter queue the event is dropped at the end', async () => {
    bridge = openBridge({ refuse: busy });
    await bridge.make('Rule', 'r', rule(target({ RetryPolicy: { MaximumRetryAttempts: 1 } })));
    publish();
    await bridge.clock.advance(86_400_000);
    expect([bridge.calls.length, bridge.deadLetters.length, bridge.resume()]).toEqual([2, 0, 0]);
  });
});

describe('a target that can never take the event is not tried again', () => {
  const DeadLetterConfig = { Arn: DEAD };

  test('because its role lacks the grant', async () => {
    bridge = openBridge({ grants: [] });
    await bridge.make('Rule', 'r', rule(target({ Arn: MACHINE, RoleArn: ROLE, DeadLetterConfig })));
    publish();
    await bridge.clock.advance(86_400_000);
    expect(bridge.calls).toEqual([]);
    const { ERROR_CODE, ERROR_MESSAGE = '', RETRY_ATTEMPTS, ...others } = bridge.deadLetters[0]?.attributes ?? {};
    expect([ERROR_CODE, RETRY_ATTEMPTS, others.EXHAUSTED_RETRY_CONDITION]).toEqual(['NO_PERMISSIONS', '0', undefined]);
    expect(ERROR_MESSAGE).toContain('states:StartExecution');
  });

  test('because the function’s resource policy does not let EventBridge in', async () => {
    bridge = openBridge({ letIn: (arn) => arn === DEAD });
    await bridge.make('Rule', 'r', rule(target({ Arn: FUNCTION, DeadLetterConfig })));
    publish();
    await bridge.clock.advance(86_400_000);
    expect(bridge.calls).toEqual([]);
    expect(bridge.deadLetters[0]?.attributes.ERROR_CODE).toBe('NO_PERMISSIONS');
  });

  test('because its role does not trust EventBridge', async () => {
    bridge = openBridge({ trusted: false });
    await bridge.make('Rule', 'r', rule(target({ Arn: MACHINE, RoleArn: ROLE, DeadLetterConfig })));
    publish();
    await bridge.clock.advance(86_400_000);
    expect(bridge.deadLetters[0]?.attributes.ERROR_CODE).toBe('FAILED_TO_ASSUME_ROLE');
  });

  test('because it is not there', async () => {
    bridge = openBridge({
      refuse: () => {
        throw new AwsError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.');
      },
    });
    await bridge.make('Rule', 'r', rule(target({ DeadLetterConfig })));
    publish();
    await bridge.clock.advance(86_400_000);
    expect([bridge.calls.length, bridge.deadLetters[0]?.attributes.ERROR_CODE]).toEqual([1, 'NO_RESOURCE']);
  });
});

test('what was not delivered goes on after a restart, where it was', async () => {
  const first = openBridge({ refuse: busy });
  bridge = first;
  const more = { DeadLetterConfig: { Arn: DEAD }, RetryPolicy: { MaximumRetryAttempts: 3 } };
  await bridge.make('Rule', 'r', rule(target(more)));
  publish({ n: 7 });
  await bridge.clock.advance(1000);
  expect(bridge.calls).toHaveLength(2);
  await first.leave();
  bridge = openBridge({ folder: first.folder, refuse: busy });
  await bridge.make('Rule', 'r', rule(target(more)));
  expect(bridge.resume()).toBe(1);
  await bridge.clock.advance(86_400_000);
  expect(bridge.calls).toHaveLength(2);
  expect(bridge.deadLetters[0]?.body.detail).toEqual({ n: 7 });
});

test('what an earlier release left undelivered is delivered', async () => {
  const first = openBridge();
  bridge = first;
  await first.leave();
  const database = openDatabase(join(first.folder, 'events.sqlite'));
  database.exec(`CREATE TABLE events_deliveries (
    id TEXT PRIMARY KEY, rule TEXT NOT NULL, target TEXT NOT NULL, event TEXT NOT NULL, attempts INTEGER NOT NULL,
    first_at INTEGER NOT NULL, next_at INTEGER NOT NULL) STRICT`);
  const now = first.clock.now();
  database
    .prepare('INSERT INTO events_deliveries VALUES (?, ?, ?, ?, 3, ?, ?)')
    .run('1', 'arn:aws:events:us-east-1:000000000000:rule/r', 't', '{"detail":{"n":7}}', now, now + 5000);
  database.close();
  bridge = openBridge({ folder: first.folder });
  await bridge.make('Rule', 'r', rule(target({ InputPath: '$.detail' })));
  expect(bridge.resume()).toBe(1);
  await bridge.clock.advance(5000);
  expect(bridge.calls.map(({ input }) => input.MessageBody)).toEqual(['{"n":7}']);
});

test('what a rule left behind is dropped with the rule', async () => {
  const first = openBridge({ refuse: busy });
  bridge = first;
  await bridge.make('Rule', 'r', rule(target()));
  publish();
  await bridge.clock.advance(0);
  await first.leave();
  bridge = openBridge({ folder: first.folder });
  expect(bridge.resume()).toBe(1);
  await bridge.clock.advance(86_400_000);
  expect([bridge.calls.length, bridge.resume()]).toEqual([0, 0]);
});

test('many events at once all arrive, in the order in which they came', async () => {
  bridge = openBridge();
  await bridge.make('Rule', 'r', rule(target({ InputPath: '$.detail.n' })));
  for (let n = 0; n < 300; n++) publish({ n });
  await bridge.clock.advance(1000);
  expect(bridge.calls.map(({ input }) => Number(input.MessageBody))).toEqual(Array.from({ length: 300 }, (_, n) => n));
});
