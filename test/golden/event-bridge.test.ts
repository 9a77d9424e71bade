import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CreateQueueCommand, ReceiveMessageCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ground, openGround } from '../conformance/tour/ground.ts';

const [ACCOUNT, REGION] = ['000000000000', 'us-east-1'];
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:seen`;
const UUID = expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const SECOND = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

let ground: Ground;
let queues: SQSClient;
let QueueUrl: string | undefined;
beforeAll(async () => {
  ground = await openGround();
  queues = new SQSClient(ground.config);
  ({ QueueUrl } = await queues.send(new CreateQueueCommand({ QueueName: 'seen' })));
  const Principal = { Service: 'events.amazonaws.com' };
  const Statement = [{ Effect: 'Allow', Principal, Action: 'sqs:SendMessage', Resource: QUEUE }];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await queues.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const rules = new EventBridgeClient(ground.config);
  const EventPattern = '{"source":[{"prefix":"aws."}]}';
  await rules.send(new PutRuleCommand({ Name: 'all', EventPattern }));
  await rules.send(new PutTargetsCommand({ Rule: 'all', Targets: [{ Id: 'queue', Arn: QUEUE }] }));
  rules.destroy();
});
afterAll(async () => {
  queues?.destroy();
  await ground?.close();
});

/** So many events as they come to a target, in the order in which they happened. */
const seen = async (count: number): Promise<Record<string, unknown>[]> => {
  const events: Record<string, unknown>[] = [];
  await expect
    .poll(
      async () => {
        const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
        events.push(...Messages.map(({ Body = '' }) => JSON.parse(Body) as Record<string, unknown>));
        return events.length;
      },
      { timeout: 60_000 },
    )
    .toBe(count);
  return events;
};

const envelope = { version: '0', id: UUID, account: ACCOUNT, time: SECOND, region: REGION };

test('an object that is put into a bucket', async () => {
  const s3 = new S3Client({ ...ground.config, forcePathStyle: true });
  const Bucket = 'golden';
  await s3.send(new CreateBucketCommand({ Bucket }));
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'example-key', Body: 'abc' }));
  s3.destroy();
  expect(await seen(1)).toEqual([
    {
      ...envelope,
      'detail-type': 'Object Created',
      source: 'aws.s3',
      resources: [`arn:aws:s3:::${Bucket}`],
      detail: {
        version: '0',
        bucket: { name: Bucket },
        object: {
          key: 'example-key',
          size: 3,
          etag: '900150983cd24fb0d6963f7d28e17f72',
          sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
        },
        'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
        requester: ACCOUNT,
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    },
  ]);
});

test('an execution of a standard workflow that starts and ends', async () => {
  const workflows = new SFNClient(ground.config);
  const definition = JSON.stringify({
    StartAt: 'Say',
    States: { Say: { Type: 'Pass', Result: 'Hello World!', End: true } },
  });
  const { stateMachineArn } = await workflows.send(
    new CreateStateMachineCommand({ name: 'golden', roleArn: ground.roleArn, definition }),
  );
  const { executionArn } = await workflows.send(
    new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{}' }),
  );
  workflows.destroy();
  const common = {
    executionArn,
    stateMachineArn,
    name: 'one',
    startDate: expect.any(Number),
    input: '{}',
    inputDetails: { included: true },
    error: null,
    cause: null,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    redriveCount: 0,
    redriveDate: null,
    redriveStatus: 'NOT_REDRIVABLE',
  };
  const change = {
    ...envelope,
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    resources: [executionArn],
  };
  const events = await seen(2);
  const status = ({ detail }: Record<string, unknown>): string => (detail as { status: string }).status;
  expect(events.sort((one, other) => (status(one) < status(other) ? -1 : 1))).toEqual([
    {
      ...change,
      detail: {
        ...common,
        status: 'RUNNING',
        stopDate: null,
        output: null,
        outputDetails: null,
        redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
      },
    },
    {
      ...change,
      detail: {
        ...common,
        status: 'SUCCEEDED',
        stopDate: expect.any(Number),
        output: '"Hello World!"',
        outputDetails: { included: true },
        redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
      },
    },
  ]);
});

test('data that an event cannot hold are left out of it, the input first', async () => {
  const workflows = new SFNClient(ground.config);
  const large = 'x'.repeat(130 * 1024);
  const definition = JSON.stringify({
    StartAt: 'Say',
    States: { Say: { Type: 'Pass', End: true } },
  });
  const { stateMachineArn } = await workflows.send(
    new CreateStateMachineCommand({ name: 'large', roleArn: ground.roleArn, definition }),
  );
  await workflows.send(new StartExecutionCommand({ stateMachineArn, name: 'two', input: JSON.stringify(large) }));
  workflows.destroy();
  const details = (await seen(2)).map(({ detail }) => detail as Record<string, unknown>);
  const ended = details.find(({ status }) => status === 'SUCCEEDED');
  expect([ended?.input, ended?.inputDetails]).toEqual([null, { included: false }]);
  expect([ended?.output, ended?.outputDetails]).toEqual([JSON.stringify(large), { included: true }]);
  expect(details.find(({ status }) => status === 'RUNNING')).toMatchObject({ inputDetails: { included: true } });
});
