import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APIS } from '../../cli/console/apis.ts';
import { startConsoleBeside } from '../../cli/console/beside.ts';
import { type Console, startConsole } from '../../cli/console/start-console.ts';
import { openPage, type Page } from '../../cli/console/testing.ts';
import * as proxyWire from '../../cli/console/wire.ts';
import type { RoleName } from '../../cli/console/worker.ts';
import { ROOT } from '../../infra/build/folders.ts';
import * as pageWire from '../../web/ops/aws/wire.ts';
import { type System, startSystem } from './system.ts';

let system: System;
const open: Console[] = [];
beforeAll(async () => {
  system = await startSystem();
});
afterAll(async () => {
  for (const each of open) await each.close();
  await system?.stop();
});

const start = async (role: RoleName = 'operator'): Promise<Console> => {
  const build = () => Promise.reject(new Error('no page is asked for'));
  const started = await startConsole({ connect: async () => system.connection, role, port: 0, build });
  open.push(started);
  return started;
};

const opened = async (role: RoleName = 'operator'): Promise<Page> => openPage(await start(role));

/** An execution that waits for a person until it is stopped. */
const waiting = async ({ call }: Page): Promise<string> => {
  const { answer } = await call<{ stateMachines: { name: string; stateMachineArn: string }[] }>(
    'states/ListStateMachines',
  );
  const name = `Rerun-test-${Math.random().toString(36).slice(2)}`;
  const roleArn = await roleOf(answer.stateMachines);
  const definition = JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 999, End: true } } });
  const made = await call<{ stateMachineArn: string }>('states/CreateStateMachine', { name, definition, roleArn });
  expect(made.status, JSON.stringify(made.answer)).toBe(200);
  const begun = await call<{ executionArn: string }>('states/StartExecution', made.answer);
  return begun.answer.executionArn;
};

const roleOf = async (machines: { name: string; stateMachineArn: string }[]): Promise<string> => {
  const { call } = await opened('reader');
  const stateMachineArn = machines.find(({ name }) => name.includes('removeasset'))?.stateMachineArn;
  return (await call<{ roleArn: string }>('states/DescribeStateMachine', { stateMachineArn })).answer.roleArn;
};

describe('what the console may do', () => {
  test('an operator sees whom it works as, lists executions with their times, and stops one', async () => {
    const page = await opened();
    const { outputs } = system.connection;
    expect(await page.session()).toMatchObject({
      ...{ stage: 'test', production: false, local: true, account: '000000000000', region: 'us-east-1' },
      role: outputs.ConsoleOperatorRoleArn?.split('/')[1],
      stacks: expect.arrayContaining(['Marquee-test-Ops']),
      siteUrl: system.runtime.siteUrl,
      may: [
        ...['states:StartExecution', 'states:CreateStateMachine', 'states:DeleteStateMachine'],
        ...['states:StopExecution', 'states:RedriveExecution'],
        ...['sqs:SendMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'lambda:InvokeFunction'],
        ...['events:StartReplay', 'events:CancelReplay', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      ],
    });
    const executionArn = await waiting(page);
    const listed = await page.call<{ executions: object[] }>('states/ListExecutions', {
      stateMachineArn: executionArn.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, ''),
    });
    expect(listed.answer.executions).toMatchObject([
      { executionArn, status: 'RUNNING', startDate: { $date: expect.any(Number) } },
    ]);
    expect(listed.answer).not.toHaveProperty('$metadata');
    expect((await page.call('states/StopExecution', { executionArn })).status).toBe(200);
    const { answer } = await page.call('states/DescribeExecution', { executionArn });
    expect(answer).toMatchObject({ status: 'ABORTED' });
  });

  test('a reader may act in nothing, and IAM says so where it tries', async () => {
    const reader = await opened('reader');
    expect((await reader.session()).may).toEqual([]);
    const executionArn = await waiting(await opened());
    const { status, answer } = await reader.call<{ name: string; message: string }>('states/StopExecution', {
      executionArn,
    });
    expect([status, answer.name]).toEqual([400, 'AccessDeniedException']);
    expect(answer.message).toContain(`is not authorized to perform: states:StopExecution on resource: ${executionArn}`);
    expect((await reader.call('states/DescribeExecution', { executionArn })).answer).toMatchObject({
      status: 'RUNNING',
    });
  });

  test('every kind of thing that a page reads is readable, and another stage’s is not', async () => {
    const { call } = await opened('reader');
    const { outputs } = system.connection;
    const function_ = system.physicalId('RecogniseUpload', 'AWS::Lambda::Function');
    const queue = system.physicalId('AssetUploadedDeadLetters', 'AWS::SQS::Queue');
    const now = Date.now();
    const reads: [string, object][] = [
      ['events/ListRules', { EventBusName: outputs.EventBusName }],
      ['events/ListArchives', {}],
      ['events/DescribeArchive', { ArchiveName: outputs.EventArchive?.split('/')[1] }],
      ['events/ListReplays', {}],
      ['sqs/GetQueueAttributes', { QueueUrl: queue, AttributeNames: ['All'] }],
      ['sqs/ReceiveMessage', { QueueUrl: queue, VisibilityTimeout: 0 }],
      ['logs/DescribeLogGroups', {}],
      ['logs/FilterLogEvents', { logGroupName: outputs.EventLogGroup }],
      ['lambda/GetFunctionConfiguration', { FunctionName: function_ }],
      ['lambda/GetFunctionConcurrency', { FunctionName: function_ }],
      ['lambda/ListEventSourceMappings', {}],
      ['cloudwatch/DescribeAlarms', {}],
      ['cloudwatch/GetMetricData', { MetricDataQueries: [METRIC], StartTime: { $date: 0 }, EndTime: { $date: now } }],
      ['cloudformation/DescribeStacks', { StackName: 'Marquee-test-Media' }],
      ['cloudformation/ListStackResources', { StackName: 'Marquee-test-Ops' }],
      ['iam/ListRolePolicies', { RoleName: system.physicalId('RecogniseUpload', 'AWS::IAM::Role') }],
      ['dynamodb/GetItem', { TableName: outputs.AssetsTableName, Key: { pk: { S: 'none' }, sk: { S: 'none' } } }],
    ];
    const answered = await Promise.all(reads.map(async ([path, input]) => [path, await call(path, input)] as const));
    for (const [path, { status, answer }] of answered) expect([path, status, answer]).toEqual([path, 200, answer]);
    expect((await call('cloudformation/DescribeStacks', { StackName: 'Marquee-prod-Media' })).status).not.toBe(200);
  });

  test('an operator takes a dead letter off its queue, replays events, and writes down what was done', async () => {
    const { call } = await opened();
    const { outputs } = system.connection;
    const QueueUrl = system.physicalId('AssetUploadedDeadLetters', 'AWS::SQS::Queue');
    const sqs = new SQSClient(system.connection.client);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
    sqs.destroy();
    const { answer } = await call<{ Messages: { ReceiptHandle: string }[] }>('sqs/ReceiveMessage', { QueueUrl });
    const [{ ReceiptHandle } = { ReceiptHandle: '' }] = answer.Messages;
    const now = Date.now();
    const place = { logGroupName: outputs.OperatorLogGroup, logStreamName: 'test' };
    const acts: [string, object][] = [
      ['sqs/DeleteMessage', { QueueUrl, ReceiptHandle }],
      [
        'events/StartReplay',
        {
          ReplayName: 'Replay-test-1',
          EventSourceArn: outputs.EventArchive,
          EventStartTime: { $date: now - 1000 },
          EventEndTime: { $date: now },
          Destination: { Arn: await busArn(call) },
        },
      ],
      ['events/DescribeReplay', { ReplayName: 'Replay-test-1' }],
      ['logs/CreateLogStream', place],
      ['logs/PutLogEvents', { ...place, logEvents: [{ timestamp: now, message: '{"action":"discard"}' }] }],
      ['logs/FilterLogEvents', { logGroupName: outputs.OperatorLogGroup }],
    ];
    for (const [path, input] of acts) {
      const { status, answer } = await call(path, input);
      expect([path, status, answer]).toEqual([path, 200, answer]);
    }
    const elsewhere = { logGroupName: outputs.EventLogGroup, logStreamName: 'forged' };
    expect((await call('logs/CreateLogStream', elsewhere)).answer).toMatchObject({ name: 'AccessDeniedException' });
  });

  test('what happens on the bus is a line of the event log, and so is what is replayed', async () => {
    const { call } = await opened();
    const { EventArchive: EventSourceArn, EventLogGroup: logGroupName } = system.connection.outputs;
    const EventStartTime = { $date: Date.now() - 1000 };
    const ticket = await system.ticketFor('seen.jpg', 'image/jpeg', 10);
    await system.post(ticket, Buffer.from('no picture'));
    type Line = { 'detail-type': string; 'replay-name'?: string };
    const uploads = async (): Promise<Line[]> => {
      const { answer } = await call<{ events: { message: string }[] }>('logs/FilterLogEvents', { logGroupName });
      const lines = answer.events.map(({ message }) => JSON.parse(message) as Line);
      return lines.filter((line) => line['detail-type'] === 'AssetUploaded');
    };
    await expect.poll(uploads).toHaveLength(1);
    const { status } = await call('events/StartReplay', {
      ...{ ReplayName: 'Replay-test-2', EventSourceArn, EventStartTime, EventEndTime: { $date: Date.now() } },
      Destination: { Arn: await busArn(call) },
    });
    expect(status).toBe(200);
    await expect.poll(uploads).toMatchObject([{}, { 'replay-name': 'Replay-test-2' }]);
  });
});

test('the console of a runtime finds it by its address, on another port where its own is taken', async () => {
  const { awsUrl } = system.runtime;
  const first = await start();
  const port = Number(new URL(first.url).port);
  const beside = await startConsoleBeside({ stage: 'test', awsUrl, port });
  open.push(beside);
  expect(beside.url).not.toBe(first.url);
  expect(await (await openPage(beside)).session()).toMatchObject({ stage: 'test', local: true });
  const again = startConsole({
    connect: async () => system.connection,
    role: 'reader',
    port,
    build: async () => '',
  });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('the proxy and its pages agree', () => {
  test('on times and bytes, in both directions', () => {
    const values = {
      at: new Date(1_764_900_000_123),
      payload: new Uint8Array([0, 127, 128, 255]),
      empty: new Uint8Array(),
      nested: [{ at: new Date(0), none: null, text: 'a', list: [1, true] }],
    };
    const [proxy, page] = [proxyWire, pageWire];
    for (const [from, to] of [
      [proxy, page],
      [page, proxy],
    ] as const)
      expect(JSON.parse(JSON.stringify(from.toWire(values)), to.fromWire)).toEqual(values);
    const plain = { $date: 'noon', $bytes: 1, more: { $date: 1, other: 2 } };
    expect(JSON.parse(JSON.stringify(plain), proxy.fromWire)).toEqual(plain);
    expect(JSON.parse(JSON.stringify(plain), page.fromWire)).toEqual(plain);
  });

  test('on the calls that are made, and no others', () => {
    const source = readFileSync(join(ROOT, 'web', 'ops', 'aws', 'apis.ts'), 'utf8');
    const type = source.slice(source.indexOf('export type Apis = {'), source.indexOf('export type Service'));
    const known: Record<string, string[]> = {};
    let service = '';
    for (const line of type.split('\n')) {
      const [, name] = /^ {2}(\w+): \{$/.exec(line) ?? [];
      if (name) service = name;
      const [, operation] = /^ {4}(\w+): Call</.exec(line) ?? [];
      if (operation) known[service] = [...(known[service] ?? []), operation];
    }
    expect(APIS).toEqual(known);
  });
});

const METRIC = {
  Id: 'm1',
  MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: 'Invocations' }, Period: 300, Stat: 'Sum' },
};

const busArn = async (call: Page['call']): Promise<string> => {
  const ArchiveName = system.connection.outputs.EventArchive?.split('/')[1];
  return (await call<{ EventSourceArn: string }>('events/DescribeArchive', { ArchiveName })).answer.EventSourceArn;
};
