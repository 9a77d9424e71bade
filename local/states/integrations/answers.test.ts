import { describe, expect, it } from 'vitest';
import { AwsError } from '../../aws/error.ts';
import type { Json } from '../language/json.ts';
import { chain, createWorld } from '../testing.ts';

const task = (resource: string, Arguments: unknown, more: Record<string, unknown> = {}) =>
  chain({ Task: { Type: 'Task', Resource: resource, Arguments, ...more } });
const refuses =
  (code: string, message: string, status = 400) =>
  () => {
    throw new AwsError(code, message, status);
  };

describe('sns:publish', () => {
  const publish = (Arguments: object) => task('arn:aws:states:::sns:publish', Arguments);

  it('sends a message that is no text as JSON and tells of the answer', async () => {
    const world = createWorld({ handler: () => ({ MessageId: 'a'.repeat(36) }) });
    const { result } = await world.run(publish({ TopicArn: 't', Message: { n: 1 }, Subject: null }));
    expect(world.calls[0]).toEqual({
      service: 'sns',
      operation: 'Publish',
      input: { TopicArn: 't', Message: '{"n":1}' },
      roleArn: expect.any(String),
    });
    expect(Object.keys(result)).toEqual(['MessageId', 'SdkHttpMetadata', 'SdkResponseMetadata']);
    expect(result.SdkHttpMetadata.AllHttpHeaders).toMatchObject({
      'Content-Type': ['text/xml'],
      'Content-Length': ['294'],
      connection: ['keep-alive'],
    });
    expect(result.SdkHttpMetadata.HttpHeaders['x-amzn-RequestId']).toBe(result.SdkResponseMetadata.RequestId);
  });

  it('names its errors', async () => {
    const world = createWorld({ handler: refuses('NotFound', 'Topic does not exist', 404) });
    const { error, cause } = await world.run(publish({ TopicArn: 't', Message: 'm' }));
    expect(error).toBe('SNS.NotFoundException');
    expect(cause).toMatch(/^Topic does not exist \(Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Req/);
  });

  it('waits for its token', async () => {
    const world = createWorld({ handler: () => ({ MessageId: '1' }) });
    const definition = task('arn:aws:states:::sns:publish.waitForTaskToken', {
      TopicArn: 't',
      Message: '{% $states.context.Task.Token %}',
    });
    const arn = await world.start(await world.create(definition));
    await world.clock.advance(0);
    await world.api('SendTaskSuccess', { taskToken: world.calls[0]?.input.Message, output: '7' });
    expect(await world.finish(arn)).toMatchObject({ status: 'SUCCEEDED', output: '7' });
  });
});

describe('answers of the optimised integrations', () => {
  it('are told with the headers that each service writes', async () => {
    const answers: Record<string, Json> = { sqs: { MessageId: 'm' }, dynamodb: { Item: { id: { S: 'a' } } } };
    const headersOf = async (resource: string, Arguments: object) => {
      const world = createWorld({ handler: ({ service }) => answers[service] ?? {} });
      return (await world.run(task(resource, Arguments))).result.SdkHttpMetadata.HttpHeaders;
    };
    const QueueUrl = 'http://127.0.0.1/000000000000/q';
    expect(await headersOf('arn:aws:states:::sqs:sendMessage', { QueueUrl, MessageBody: 'b' })).toEqual({
      connection: 'keep-alive',
      'Content-Length': '17',
      'Content-Type': 'application/x-amz-json-1.0',
      Date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-amzn-RequestId': expect.any(String),
    });
    expect(await headersOf('arn:aws:states:::dynamodb:getItem', { TableName: 't', Key: {} })).toMatchObject({
      'Content-Length': '25',
      Server: 'Server',
      'x-amz-crc32': expect.stringMatching(/^\d+$/),
    });
  });

  it('tell how a function was run', async () => {
    const handler = () => ({ StatusCode: 200, ExecutedVersion: '3', LogResult: 'bG9n', Payload: '{"a":1}' });
    const world = createWorld({ handler });
    const { result } = await world.run(task('arn:aws:states:::lambda:invoke', { FunctionName: 'f', LogType: 'Tail' }));
    expect(result).toMatchObject({ ExecutedVersion: '3', LogResult: 'bG9n', Payload: { a: 1 } });
    expect(result.SdkHttpMetadata.HttpHeaders).toMatchObject({
      'Content-Length': '7',
      'X-Amz-Executed-Version': '3',
      'X-Amz-Log-Result': 'bG9n',
    });
  });
});

it.each([
  ['"text"', '"text"', 'text'],
  [null, '{}', {}],
  [[1], '[1]', [1]],
])('the payload %j goes to a function as %s', async (Payload, sent, returned) => {
  const world = createWorld();
  const { result } = await world.run(task('arn:aws:states:::lambda:invoke', { FunctionName: 'f', Payload }));
  expect(world.calls[0]?.input.Payload).toBe(sent);
  expect(result.Payload).toEqual(returned);
});

it('an address that is none is told as the SDK tells it', async () => {
  const world = createWorld({
    handler: refuses('InvalidAddress', 'The address http://nowhere is not valid for this endpoint.', 404),
  });
  expect(
    await world.run(task('arn:aws:states:::sqs:sendMessage', { QueueUrl: 'http://nowhere', MessageBody: 'b' })),
  ).toMatchObject({
    error: 'SQS.SdkClientException',
    cause: 'Unable to execute HTTP request: nowhere: Name or service not known',
  });
});

describe('the SDK integration with S3', () => {
  it.each([
    ['text', {}, { Body: '"text"', ContentType: 'text/plain; charset=UTF-8', ChecksumCRC32: expect.any(String) }],
    [[1, { a: 2 }], {}, { Body: '[1,{"a":2}]', ChecksumCRC32: expect.any(String) }],
    [
      false,
      { ContentType: 'application/json', ChecksumAlgorithm: 'SHA256' },
      { Body: 'false', ContentType: 'application/json', ChecksumSHA256: expect.stringMatching(/^[\w+/]{43}=$/) },
    ],
  ])('writes the body %j as JSON, with a checksum', async (Body, more, sent) => {
    const world = createWorld({ handler: () => ({ ETag: '"e"' }) });
    await world.run(task('arn:aws:states:::aws-sdk:s3:putObject', { Bucket: 'b', Key: 'k', Body, ...more }));
    expect(world.calls[0]?.input).toMatchObject(sent);
  });

  it('gives bytes as text and moments as the SDK writes them', async () => {
    const LastModified = new Date('2026-02-03T04:05:06Z');
    const world = createWorld({ handler: () => ({ Body: Buffer.from('héllo'), LastModified }) as never });
    const { result } = await world.run(task('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'b', Key: 'k' }));
    expect(result).toEqual({ Body: 'héllo', LastModified: '2026-02-03T04:05:06Z' });
  });
});

describe('the SDK integration with Step Functions', () => {
  it('sends an input that is no text as JSON, its members as they are', async () => {
    const world = createWorld();
    const StateMachineArn = await world.create(chain({ Echo: { Type: 'Pass' } }), { name: 'child' });
    const { result } = await world.run(
      task('arn:aws:states:::aws-sdk:sfn:startExecution', { StateMachineArn, Input: { Key: { Deep: 1 } } }),
    );
    expect(result.StartDate).toBe('2026-01-01T00:00:00Z');
    expect((await world.finish(result.ExecutionArn)).output).toBe('{"Key":{"Deep":1}}');
  });

  it('refuses a token that is none before it reads the output', async () => {
    const world = createWorld();
    expect(
      await world.run(task('arn:aws:states:::aws-sdk:sfn:sendTaskSuccess', { TaskToken: 'nobody', Output: 'no JSON' })),
    ).toMatchObject({
      error: 'Sfn.InvalidTokenException',
      cause: expect.stringMatching(
        /^Invalid Token: 'Invalid token' \(Service: Sfn, Status Code: 400, Request ID: [\w-]+\) \(SDK Attempt Count: 1\)$/,
      ),
    });
  });
});

describe('a task that waits for an execution', () => {
  const waiting = async () => {
    const world = createWorld();
    const sleeps = chain({ Sleep: { Type: 'Wait', Seconds: 1000 } });
    const StateMachineArn = await world.create(sleeps, { name: 'child' });
    const Input = { token: '{% $states.context.Task.Token %}' };
    const arn = await world.start(
      await world.create(task('arn:aws:states:::states:startExecution.sync:2', { StateMachineArn, Input })),
    );
    await world.clock.advance(0);
    const children = await world.api<{ executions: { executionArn: string }[] }>('ListExecutions', {
      stateMachineArn: StateMachineArn,
    });
    const { input } = await world.api<{ input: string }>('DescribeExecution', {
      executionArn: children.executions[0]?.executionArn,
    });
    return { world, arn, taskToken: JSON.parse(input).token as string };
  };

  it('ends with what is sent to its token, before the execution has', async () => {
    const { world, arn, taskToken } = await waiting();
    await world.api('SendTaskSuccess', { taskToken, output: '"early"' });
    expect(await world.finish(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"early"' });
    expect(world.clock.now()).toBe(Date.UTC(2026, 0, 1));
  });

  it('ends with the execution where nobody answers, and tells whether that can be redriven', async () => {
    const { world, arn } = await waiting();
    expect(JSON.parse((await world.finish(arn)).output ?? '')).toMatchObject({
      Status: 'SUCCEEDED',
      RedriveCount: 0,
      RedriveStatus: 'NOT_REDRIVABLE',
      RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
  });
});

it('integrations with services that the runtime lacks are refused by name', async () => {
  const world = createWorld();
  const create = (resource: string) => world.create(task(resource, {}));
  await expect(create('arn:aws:states:::glue:startJobRun.sync')).rejects.toThrow(
    "The runtime has no integration 'glue:startJobRun' (Glue), which arn:aws:states:::glue:startJobRun.sync needs at /States/Task/Resource",
  );
  await expect(create('arn:aws:states:::http:invoke')).rejects.toThrow("no integration 'http:invoke' (HTTP endpoints)");
});
