import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStacks, type Stacks } from '../../cloudformation/testing.ts';

const CODE = `exports.handler = async (event) => {
  console.log(JSON.stringify({
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace: 'Own', Dimensions: [['service']], Metrics: [{ Name: 'Seen' }] }] },
    service: 'f', Seen: 2,
  }));
  if (event.fail) throw new Error('as asked');
  return 'done';
};`;

const TEMPLATE = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'r',
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        Policies: [
          { PolicyName: 'logs', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'logs:*', Resource: '*' }] } },
        ],
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        ...{ FunctionName: 'f', Handler: 'index.handler', Runtime: 'nodejs24.x', Timeout: 20 },
        ...{ Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, Code: { ZipFile: CODE } },
      },
    },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } },
    Rule: { Type: 'AWS::Events::Rule', Properties: { Name: 'rule', EventPattern: { source: ['mine'] } } },
  },
};

let stacks: Stacks;
let cloudWatch: CloudWatchClient;
beforeAll(async () => {
  stacks = await openStacks();
  cloudWatch = new CloudWatchClient(stacks.config());
  expect(await stacks.create('s', TEMPLATE, { Capabilities: ['CAPABILITY_NAMED_IAM'] })).toMatchObject({
    StackStatus: 'CREATE_COMPLETE',
  });
});
afterAll(async () => {
  cloudWatch.destroy();
  await stacks.close();
});

const sum = async (Namespace: string, MetricName: string, dimensions: Record<string, string>): Promise<number> => {
  const { Datapoints = [] } = await cloudWatch.send(
    new GetMetricStatisticsCommand({
      ...{ Namespace, MetricName, Period: 3600, Statistics: ['Sum'] },
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(Date.now() + 3_600_000),
    }),
  );
  return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0);
};

test('a function is counted with its errors and its duration, and the metrics in its log are taken', async () => {
  const lambda = new LambdaClient(stacks.config());
  for (const event of [{}, { fail: true }])
    await lambda.send(new InvokeCommand({ FunctionName: 'f', Payload: JSON.stringify(event) }));
  lambda.destroy();
  const dimensions = { FunctionName: 'f' };
  expect(await sum('AWS/Lambda', 'Invocations', dimensions)).toBe(2);
  expect(await sum('AWS/Lambda', 'Errors', dimensions)).toBe(1);
  expect(await sum('AWS/Lambda', 'Throttles', dimensions)).toBe(0);
  expect(await sum('AWS/Lambda', 'Duration', {})).toBeGreaterThan(0);
  expect(await sum('Own', 'Seen', { service: 'f' })).toBe(4);
});

test('messages of a queue and matches of a rule are counted', async () => {
  const sqs = new SQSClient(stacks.config());
  await sqs.send(new SendMessageCommand({ QueueUrl: `${stacks.runtime().awsUrl}/000000000000/q`, MessageBody: 'm' }));
  sqs.destroy();
  expect(await sum('AWS/SQS', 'NumberOfMessagesSent', { QueueName: 'q' })).toBe(1);
  const events = new EventBridgeClient(stacks.config());
  const entry = { Source: 'mine', DetailType: 'd', Detail: '{}' };
  await events.send(new PutEventsCommand({ Entries: [entry, { ...entry, Source: 'other' }] }));
  events.destroy();
  expect(await sum('AWS/Events', 'MatchedEvents', { RuleName: 'rule' })).toBe(1);
});
