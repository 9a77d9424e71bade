import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../aws/principal.ts';
import { VirtualClock } from '../clock.ts';
import { ACCOUNT_ID } from '../identity.ts';
import { type Runtime, startRuntime } from '../runtime.ts';

const OWNER: Principal = {
  arn: `arn:aws:iam::${ACCOUNT_ID}:user/administrator`,
  accountId: ACCOUNT_ID,
  policies: 'administrator',
};
const queueArn = (name: string): string => `arn:aws:sqs:us-east-1:${ACCOUNT_ID}:${name}`;
const NOON = Date.UTC(2026, 6, 1, 12);

const trust = (service: string) => ({
  Statement: [{ Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action: 'sts:AssumeRole' }],
});
const role = (RoleName: string, resource: string) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName,
    AssumeRolePolicyDocument: trust('scheduler'),
    Policies: [
      {
        PolicyName: 'send',
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: resource }] },
      },
    ],
  },
});
const queue = (QueueName: string) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName } });
const schedule = (Name: string, ScheduleExpression: string, grantee: string) => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: {
    Name,
    GroupName: { Ref: 'Releases' },
    ScheduleExpression,
    ScheduleExpressionTimezone: 'Europe/Berlin',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: { 'Fn::GetAtt': ['Jobs', 'Arn'] },
      RoleArn: { 'Fn::GetAtt': [grantee, 'Arn'] },
      Input: `${Name} <aws.scheduler.scheduled-time>`,
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Dead', 'Arn'] } },
    },
  },
});
const TEMPLATE = {
  Resources: {
    Jobs: queue('jobs'),
    Dead: queue('dead'),
    Granted: role('granted', '*'),
    Ungranted: role('ungranted', queueArn('dead')),
    Releases: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'releases' } },
    Launch: schedule('launch', 'at(2026-07-01T14:30:00)', 'Granted'),
    Refused: schedule('refused', 'at(2026-07-01T14:30:00)', 'Ungranted'),
  },
};

let folder: string;
let runtime: Runtime;
let clock: VirtualClock;
const start = async (at: number): Promise<void> => {
  clock = new VirtualClock(at);
  runtime = await startRuntime({ dataFolder: folder, awsPort: 0, sitePort: 0, clock });
};
const call = (service: string, operation: string, input: object) =>
  runtime.cloud.call(service, operation, input, OWNER);
type Message = { Body: string; MessageAttributes?: Record<string, { StringValue: string }> };
const receive = async (name: string): Promise<Message[]> => {
  const input = { QueueUrl: queueArn(name), MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] };
  const { Messages = [] } = await call('sqs', 'ReceiveMessage', input);
  return Messages as Message[];
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scheduler-runtime-'));
  await start(NOON);
});
afterAll(async () => {
  await runtime?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a schedule of a stack reaches its queue as its role allows, after a restart past its time as well, and once', async () => {
  const TemplateBody = JSON.stringify(TEMPLATE);
  const Capabilities = ['CAPABILITY_NAMED_IAM'];
  await call('cloudformation', 'CreateStack', { StackName: 'releases', TemplateBody, Capabilities });
  const done = async (): Promise<unknown> => {
    const { Schedules } = await call('scheduler', 'ListSchedules', { GroupName: 'releases' }).catch(
      () => ({}) as never,
    );
    return (Schedules as unknown[] | undefined)?.length;
  };
  await expect.poll(done, { timeout: 20_000 }).toBe(2);
  await runtime.close();
  await start(NOON + 3 * 3_600_000);
  await clock.advance(60_000);
  expect((await receive('jobs')).map(({ Body }) => Body)).toEqual(['launch 2026-07-01T12:30:00Z']);
  const [dead] = await receive('dead');
  expect(dead?.Body).toBe('refused 2026-07-01T12:30:00Z');
  expect(dead?.MessageAttributes?.ERROR_MESSAGE?.StringValue).toMatch(
    /assumed-role\/ungranted\/scheduler is not authorized to perform: sqs:sendmessage/i,
  );
  await runtime.close();
  await start(NOON + 6 * 3_600_000);
  await clock.advance(60_000);
  const { Schedules } = await call('scheduler', 'ListSchedules', { GroupName: 'releases' });
  expect(Schedules).toEqual([]);
  expect((await receive('jobs')).map(({ Body }) => Body)).toEqual(['launch 2026-07-01T12:30:00Z']);
});
