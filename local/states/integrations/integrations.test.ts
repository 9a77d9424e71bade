import { describe, expect, it } from 'vitest';
import { AwsError } from '../../aws/error.ts';
import { chain, createWorld, type Handler } from '../testing.ts';

const task = (resource: string, Arguments: unknown, more: Record<string, unknown> = {}) =>
  chain({ Task: { Type: 'Task', Resource: resource, Arguments, ...more } });
const failsWith =
  (code: string, status = 400): Handler =>
  () => {
    throw new AwsError(code, 'It is so', status);
  };

describe('lambda:invoke', () => {
  it('sends JSON and gives the parsed payload among what the API answers', async () => {
    const world = createWorld();
    const { result } = await world.run(
      task('arn:aws:states:::lambda:invoke', { FunctionName: 'f', Payload: { a: 1 } }),
    );
    expect(world.calls[0]).toMatchObject({
      service: 'lambda',
      operation: 'Invoke',
      input: { FunctionName: 'f', Payload: '{"a":1}' },
    });
    expect(result).toMatchObject({ ExecutedVersion: '$LATEST', Payload: { a: 1 }, StatusCode: 200 });
  });

  it("names the service's errors", async () => {
    const world = createWorld({ handler: failsWith('ResourceNotFoundException', 404) });
    const { error, cause } = await world.run(task('arn:aws:states:::lambda:invoke', { FunctionName: 'f' }));
    expect(error).toBe('Lambda.ResourceNotFoundException');
    expect(cause).toMatch(
      /^It is so \(Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: [\w-]+; Proxy: null\)$/,
    );
  });

  it("gives the function's own error its own name", async () => {
    const world = createWorld({
      handler: () => ({ StatusCode: 200, FunctionError: 'Unhandled', Payload: '{"errorMessage":"Task timed out"}' }),
    });
    expect(await world.run(task('arn:aws:states:::lambda:invoke', { FunctionName: 'f' }))).toMatchObject({
      error: 'Lambda.Unknown',
      cause: '{"errorMessage":"Task timed out"}',
    });
  });
});

describe("a function's ARN as the resource", () => {
  it('gives what the function returns, with events of its own', async () => {
    const world = createWorld();
    const { result, types } = await world.run(task('arn:aws:lambda:us-east-1:000000000000:function:f', [1]));
    expect(result).toEqual([1]);
    expect(types.slice(2, 5)).toEqual(['LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionSucceeded']);
  });
});

describe('the DynamoDB integrations', () => {
  const Arguments = {
    TableName: 't',
    Item: { id: { S: '{% $states.input.id %}' } },
    ConditionExpression: 'attribute_not_exists(id)',
  };

  it('names a condition that does not hold', async () => {
    const world = createWorld({ handler: failsWith('ConditionalCheckFailedException') });
    const optimised = await world.run(task('arn:aws:states:::dynamodb:putItem', Arguments), { id: 'a' });
    expect(optimised.error).toBe('DynamoDB.ConditionalCheckFailedException');
    expect(world.calls[0]).toMatchObject({
      service: 'dynamodb',
      operation: 'PutItem',
      input: { Item: { id: { S: 'a' } } },
    });
  });

  it('has another name for it through the SDK', async () => {
    const world = createWorld({ handler: failsWith('ConditionalCheckFailedException') });
    const sdk = await world.run(task('arn:aws:states:::aws-sdk:dynamodb:putItem', Arguments), { id: 'a' });
    expect(sdk.error).toBe('DynamoDb.ConditionalCheckFailedException');
    expect(sdk.cause).toMatch(
      /^It is so \(Service: DynamoDb, Status Code: 400, Request ID: [\w-]+\) \(SDK Attempt Count: 1\)$/,
    );
  });

  it('gives errors of no model the common name', async () => {
    const world = createWorld({ handler: failsWith('ValidationException') });
    expect((await world.run(task('arn:aws:states:::dynamodb:putItem', Arguments), { id: 'a' })).error).toBe(
      'DynamoDB.AmazonDynamoDBException',
    );
  });
});

describe('SDK integrations', () => {
  it('give bodies as text', async () => {
    const world = createWorld({ handler: () => ({ Body: Buffer.from('text') as never, ContentLength: 4 }) });
    const { result } = await world.run(task('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'b', Key: 'k' }));
    expect(result).toEqual({ Body: 'text', ContentLength: 4 });
  });

  it('leave the names of attributes as they are', async () => {
    const world = createWorld({ handler: () => ({ Item: { id: { S: 'a' } } }) });
    const { result } = await world.run(task('arn:aws:states:::aws-sdk:dynamodb:getItem', {}));
    expect(result).toEqual({ Item: { id: { S: 'a' } } });
  });

  it('write members with capitals where the API has them small', async () => {
    const world = createWorld();
    const StateMachineArn = await world.create(chain({ A: { Type: 'Pass' } }), { name: 'child' });
    const { result } = await world.run(
      task('arn:aws:states:::aws-sdk:sfn:startExecution', { StateMachineArn, Input: '1' }),
    );
    expect(result).toMatchObject({ ExecutionArn: expect.stringContaining(':execution:child:') });
  });

  it('name the errors of S3 as exceptions', async () => {
    const world = createWorld({ handler: failsWith('NoSuchKey', 404) });
    expect((await world.run(task('arn:aws:states:::aws-sdk:s3:getObject', {}))).error).toBe('S3.NoSuchKeyException');
  });
});

describe('events:putEvents', () => {
  it('sends details as text', async () => {
    const world = createWorld({ handler: () => ({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] }) });
    const { result } = await world.run(
      task('arn:aws:states:::events:putEvents', { Entries: [{ Detail: { a: 1 }, Source: 's' }] }),
    );
    expect(world.calls[0]?.input).toEqual({ Entries: [{ Detail: '{"a":1}', Source: 's' }] });
    expect(result).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
  });

  it('fails where the bus refuses an entry', async () => {
    const world = createWorld({
      handler: () => ({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] }),
    });
    expect((await world.run(task('arn:aws:states:::events:putEvents', { Entries: [] }))).error).toBe(
      'EventBridge.FailedEntry',
    );
  });
});

describe('states:startExecution', () => {
  const child = chain({ Child: { Type: 'Pass', Output: { doubled: '{% $states.input.n * 2 %}' } } });

  it('does not wait for the execution', async () => {
    const world = createWorld();
    const StateMachineArn = await world.create(child, { name: 'child' });
    const { result } = await world.run(
      task('arn:aws:states:::states:startExecution', { StateMachineArn, Name: 'one', Input: { n: 1 } }),
    );
    expect(result).toMatchObject({
      ExecutionArn: expect.stringMatching(/:execution:child:one$/),
      StartDate: expect.any(Number),
    });
  });

  it('waits for it, and gives its output as JSON where asked', async () => {
    const world = createWorld();
    const StateMachineArn = await world.create(child, { name: 'child' });
    const text = await world.run(
      task('arn:aws:states:::states:startExecution.sync', { StateMachineArn, Input: { n: 1 } }),
    );
    expect(text.result).toMatchObject({ Output: '{"doubled":2}', Status: 'SUCCEEDED' });
    const other = task('arn:aws:states:::states:startExecution.sync:2', { StateMachineArn, Input: { n: 1 } });
    const arn = await world.start(await world.create(other, { name: 'other' }));
    expect(JSON.parse((await world.finish(arn)).output ?? '')).toMatchObject({ Output: { doubled: 2 } });
  });

  it('fails with all that is known of an execution that fails', async () => {
    const world = createWorld();
    const StateMachineArn = await world.create(chain({ No: { Type: 'Fail', Error: 'No' } }), { name: 'child' });
    const { error, cause } = await world.run(
      task('arn:aws:states:::states:startExecution.sync:2', { StateMachineArn, Input: {} }),
    );
    expect(error).toBe('States.TaskFailed');
    expect(JSON.parse(cause ?? '')).toMatchObject({ Error: 'No', Status: 'FAILED', StateMachineArn });
  });
});

describe('a task that waits for its token', () => {
  const ask = (more: Record<string, unknown> = {}) =>
    task(
      'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}' } },
      more,
    );
  const asked = async (more?: Record<string, unknown>, others: Record<string, unknown> = {}) => {
    const world = createWorld({ handler: () => ({ MessageId: '1' }) });
    const { States, ...machine } = ask(more);
    const arn = await world.start(await world.create({ ...machine, States: { ...States, ...others } }));
    await world.clock.advance(0);
    const taskToken = JSON.parse(String(world.calls[0]?.input.MessageBody)).token as string;
    return { world, arn, taskToken };
  };

  it('goes on with the output that is sent', async () => {
    const { world, arn, taskToken } = await asked();
    await world.clock.advance(86_400_000);
    await world.api('SendTaskSuccess', { taskToken, output: '{"ok":true}' });
    expect(await world.finish(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"ok":true}' });
    await expect(world.api('SendTaskSuccess', { taskToken, output: '1' })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
  });

  it('fails with the error that is sent', async () => {
    const { world, arn, taskToken } = await asked();
    await world.api('SendTaskFailure', { taskToken, error: 'No', cause: 'way' });
    expect(await world.finish(arn)).toMatchObject({ status: 'FAILED', error: 'No', cause: 'way' });
  });

  it('is caught with an error that has neither name nor cause, where none is sent', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'After', Output: '{% $states.errorOutput %}' }];
    const { world, arn, taskToken } = await asked({ Catch }, { After: { Type: 'Pass', End: true } });
    await world.api('SendTaskFailure', { taskToken });
    const { status, output = '' } = await world.finish(arn);
    expect([status, JSON.parse(output)]).toEqual(['SUCCEEDED', { Error: null, Cause: null }]);
  });

  it('lives as long as heartbeats come', async () => {
    const { world, arn, taskToken } = await asked({ HeartbeatSeconds: 10, TimeoutSeconds: 1000 });
    for (let beat = 0; beat < 5; beat++) {
      await world.clock.advance(9000);
      await world.api('SendTaskHeartbeat', { taskToken });
    }
    expect(await world.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await world.clock.advance(10_000);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    await expect(world.api('SendTaskHeartbeat', { taskToken })).rejects.toMatchObject({ code: 'TaskTimedOut' });
  });

  it('refuses what is no token', async () => {
    const { world } = await asked();
    await expect(world.api('SendTaskFailure', { taskToken: 'x' })).rejects.toMatchObject({ code: 'InvalidToken' });
  });
});
