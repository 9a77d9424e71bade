import { afterEach, describe, expect, test } from 'vitest';
import { AwsError } from '../aws/error.ts';
import {
  BUS,
  DEAD,
  FUNCTION,
  MACHINE,
  type OpenScheduler,
  OTHER_ROLE,
  openScheduler,
  QUEUE,
  TOPIC,
} from './testing.ts';

let scheduler: OpenScheduler;
afterEach(() => scheduler.close());

const open = (options: Parameters<typeof openScheduler>[0] = {}): OpenScheduler => {
  scheduler = openScheduler(options);
  scheduler.resume();
  return scheduler;
};
const ARN = 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/s';
const NOON = 'at(2026-01-01T12:00:00)';

describe('a target', () => {
  test.each<[string, object, string, object]>([
    ['a queue', { Arn: QUEUE, Input: 'x' }, 'SendMessage', { QueueUrl: QUEUE, MessageBody: 'x' }],
    [
      'a queue that keeps its order',
      { Arn: `${QUEUE}.fifo`, Input: 'x', SqsParameters: { MessageGroupId: 'g' } },
      'SendMessage',
      { QueueUrl: `${QUEUE}.fifo`, MessageBody: 'x', MessageGroupId: 'g' },
    ],
    ['a topic', { Arn: TOPIC, Input: 'x' }, 'Publish', { TopicArn: TOPIC, Message: 'x' }],
    [
      'a workflow',
      { Arn: MACHINE, Input: '{"a":1}' },
      'StartExecution',
      { stateMachineArn: MACHINE, input: '{"a":1}' },
    ],
    [
      'a function',
      { Arn: FUNCTION, Input: '{"a":1}' },
      'Invoke',
      { FunctionName: FUNCTION, InvocationType: 'Event', Payload: '{"a":1}' },
    ],
    [
      'a bus',
      { Arn: BUS, Input: '{"a":1}', EventBridgeParameters: { Source: 'marquee.release', DetailType: 'ReleaseDue' } },
      'PutEvents',
      {
        Entries: [
          {
            Source: 'marquee.release',
            DetailType: 'ReleaseDue',
            Detail: '{"a":1}',
            EventBusName: BUS,
            Resources: [ARN],
            Time: Date.UTC(2026, 0, 1, 12) / 1000,
          },
        ],
      },
    ],
    [
      'any operation',
      { Arn: 'arn:aws:scheduler:::aws-sdk:dynamodb:putItem', Input: '{"TableName":"t","Item":{"Id":{"S":"1"}}}' },
      'PutItem',
      { TableName: 't', Item: { Id: { S: '1' } } },
    ],
    [
      'an operation whose members begin small in the API',
      { Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution', Input: `{"StateMachineArn":"${MACHINE}","Input":"{}"}` },
      'StartExecution',
      { stateMachineArn: MACHINE, input: '{}' },
    ],
  ])('may be %s', async (_, Target, operation, input) => {
    const { put, until, calls } = open();
    await put('s', NOON, { Target: { Input: undefined, ...Target } });
    await until('2026-01-02T00:00:00Z');
    expect(calls).toEqual([{ operation, input, at: '2026-01-01T12:00:00Z' }]);
  });

  test('gets Scheduler’s own notification where the schedule has no input', async () => {
    const { put, until, calls } = open();
    await put('s', NOON, { Target: { Arn: FUNCTION, Input: undefined } });
    await until('2026-01-02T00:00:00Z');
    expect(JSON.parse(String(calls[0]?.input.Payload))).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: '000000000000',
      time: '2026-01-01T12:00:00Z',
      region: 'us-east-1',
      resources: [ARN],
      detail: '{}',
    });
  });

  test('is told of its invocation where the input asks', async () => {
    let faults = 1;
    const { put, until, calls } = open({
      refuse: () => {
        if (faults-- > 0) throw new AwsError('ThrottlingException', 'Rate exceeded');
      },
    });
    const Input =
      '{"s":"<aws.scheduler.schedule-arn>","t":"<aws.scheduler.scheduled-time>","e":"<aws.scheduler.execution-id>","n":<aws.scheduler.attempt-number>,"u":"<aws.scheduler.unknown>"}';
    await put('s', NOON, { Target: { Arn: FUNCTION, Input } });
    await until('2026-01-02T00:00:00Z');
    const [first, second] = calls.map(({ input }) => JSON.parse(String(input.Payload)));
    expect(first).toEqual({
      s: ARN,
      t: '2026-01-01T12:00:00Z',
      e: expect.any(String),
      n: 1,
      u: '<aws.scheduler.unknown>',
    });
    expect(second).toEqual({ ...first, n: 2 });
  });
});

describe('a target that fails', () => {
  const busy = ({ input }: { input: Record<string, unknown> }): void => {
    if (input.QueueUrl !== DEAD) throw new AwsError('ThrottlingException', 'Rate exceeded');
  };
  const messages = ({ calls }: OpenScheduler) =>
    calls
      .filter(({ input }) => input.QueueUrl === DEAD)
      .map(({ input }) => ({
        body: input.MessageBody,
        attributes: Object.fromEntries(
          Object.entries(input.MessageAttributes as Record<string, { StringValue: string }>).map(([key, value]) => [
            key,
            value.StringValue,
          ]),
        ),
      }));

  test('is tried again, and then its dead-letter queue is told all', async () => {
    const opened = open({ refuse: busy });
    const Target = { RetryPolicy: { MaximumRetryAttempts: 2 }, DeadLetterConfig: { Arn: DEAD } };
    await opened.put('s', NOON, { Target, ActionAfterCompletion: 'DELETE' });
    await opened.until('2026-01-03T00:00:00Z');
    expect(opened.times()).toEqual(['00', '01', '03', '03'].map((second) => `2026-01-01T12:00:${second}Z`));
    expect(messages(opened)).toEqual([
      {
        body: 'x',
        attributes: {
          ERROR_CODE: 'ThrottlingException',
          ERROR_MESSAGE: 'Rate exceeded',
          EXECUTION_ID: expect.any(String),
          EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
          IS_PAYLOAD_TRUNCATED: 'false',
          RETRY_ATTEMPTS: '2',
          SCHEDULED_TIME: '2026-01-01T12:00:00Z',
          SCHEDULE_ARN: ARN,
          TARGET_ARN: QUEUE,
        },
      },
    ]);
    await expect(opened.call('GetSchedule', { Name: 's' })).rejects.toThrow(/does not exist/);
  });

  test('is given up when the invocation is too old', async () => {
    const opened = open({ refuse: busy });
    const Target = { RetryPolicy: { MaximumEventAgeInSeconds: 60 }, DeadLetterConfig: { Arn: DEAD } };
    await opened.put('s', NOON, { Target });
    await opened.until('2026-01-03T00:00:00Z');
    expect(messages(opened)[0]?.attributes.EXHAUSTED_RETRY_CONDITION).toBe('MaximumEventAgeInSeconds');
    expect(opened.times().every((time) => time <= '2026-01-01T12:01:00Z')).toBe(true);
  });

  test('goes on being tried after a restart', async () => {
    const first = open({ refuse: busy });
    await first.put('s', NOON);
    await first.until('2026-01-01T12:00:02Z');
    await first.leave();
    const second = open({ folder: first.folder, start: '2026-01-01T13:00:00Z' });
    await second.until('2026-01-02T00:00:00Z');
    expect([first.times().length, second.times()]).toEqual([2, ['2026-01-01T13:00:00Z']]);
  });

  test('for want of a grant is not tried again', async () => {
    const grants = [{ Effect: 'Allow' as const, Action: 'sqs:SendMessage', Resource: DEAD }];
    const opened = open({ grants });
    await opened.put('s', NOON, { Target: { DeadLetterConfig: { Arn: DEAD } } });
    await opened.until('2026-01-03T00:00:00Z');
    const [{ attributes } = { attributes: {} as Record<string, string> }] = messages(opened);
    expect([attributes.ERROR_CODE, attributes.RETRY_ATTEMPTS]).toEqual(['AccessDenied', '0']);
    expect(attributes.ERROR_MESSAGE).toMatch(/sqs:SendMessage/i);
  });
});

describe('a schedule is refused', () => {
  test.each<[string, string, object, RegExp]>([
    ['with an expression that is none', 'every day', {}, /Invalid Schedule Expression every day/],
    ['with a day that there is not', 'at(2026-02-30T00:00:00)', {}, /Invalid Schedule Expression/],
    ['with both day fields', 'cron(0 0 1 * MON *)', {}, /Invalid Schedule Expression/],
    ['with a zone that there is not', NOON, { ScheduleExpressionTimezone: 'Mars/Base' }, /Timezone/],
    ['with a window without its length', NOON, { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }, /MaximumWindowInMinutes/],
    ['with a start long ago', 'rate(1 day)', { StartDate: '2025-12-01T00:00:00Z' }, /StartDate/],
    ['with an end before its start', 'rate(1 day)', { EndDate: '2025-12-01T00:00:00Z' }, /EndDate/],
    [
      'with a role that does not trust Scheduler',
      NOON,
      { Target: { RoleArn: OTHER_ROLE } },
      /must allow AWS EventBridge Scheduler/,
    ],
    [
      'with a target of a service that is not there',
      NOON,
      { Target: { Arn: 'arn:aws:kinesis:us-east-1:000000000000:stream/s' } },
      /kinesis/,
    ],
    ['with a parameter block that is not done', NOON, { Target: { EcsParameters: {} } }, /EcsParameters/],
    ['with a bus without parameters', NOON, { Target: { Arn: BUS, Input: '{}' } }, /EventBridgeParameters/],
    ['with input for a function that is no JSON', NOON, { Target: { Arn: FUNCTION, Input: 'x' } }, /valid JSON/],
    [
      'with an operation that only reads',
      NOON,
      { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:dynamodb:getItem', Input: '{}' } },
      /not supported/,
    ],
    [
      'with an operation that is not there',
      NOON,
      { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:dynamodb:explode', Input: '{}' } },
      /no operation dynamodb:Explode/,
    ],
    [
      'with dead letters that keep their order',
      NOON,
      { Target: { DeadLetterConfig: { Arn: `${DEAD}.fifo` } } },
      /regular expression/,
    ],
    [
      'with too many retries',
      NOON,
      { Target: { RetryPolicy: { MaximumRetryAttempts: 186 } } },
      /less than or equal to 185/,
    ],
    ['with a state that is none', NOON, { State: 'PAUSED' }, /enum value set/],
    ['with a name that is none', NOON, { Name: 'a b' }, /regular expression/],
  ])('%s', async (_, expression, more, message) => {
    const { put } = open();
    await expect(put('s', expression, more as Record<string, unknown>)).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });
});
