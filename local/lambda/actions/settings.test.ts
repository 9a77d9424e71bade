import {
  AddPermissionCommand,
  DeleteFunctionConcurrencyCommand,
  DeleteFunctionEventInvokeConfigCommand,
  GetAccountSettingsCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionEventInvokeConfigCommand,
  GetFunctionRecursionConfigCommand,
  GetPolicyCommand,
  InvokeCommand,
  ListFunctionEventInvokeConfigsCommand,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  PutFunctionRecursionConfigCommand,
  RemovePermissionCommand,
  UpdateFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servicePrincipal } from '../../iam/service-principal.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { openSources, type Sources } from '../testing/sources.ts';

let sources: Sources;
const FunctionName = 'work';
const arn = `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:${FunctionName}`;
const put = (settings: object = {}) => {
  sources.put(FunctionName, 'export const handler = async () => 1', { tags: { team: 'a' }, ...settings });
  sources.functions.putVersion(FunctionName, '1');
  sources.functions.putAlias(FunctionName, 'live', '1', 'what callers reach');
};
const restart = async () => {
  await sources.leave();
  sources = await openSources(sources.folder);
};

beforeEach(async () => {
  sources = await openSources();
  put();
});
afterEach(() => sources.close());

describe('reserved concurrency', () => {
  const get = async () =>
    (await sources.lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }))).ReservedConcurrentExecutions;
  const reserve = (ReservedConcurrentExecutions: number) =>
    sources.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));

  test('of none stops a function, in the words of Lambda', async () => {
    expect(await get()).toBeUndefined();
    expect(await reserve(0)).toMatchObject({ ReservedConcurrentExecutions: 0 });
    await expect(sources.lambda.send(new InvokeCommand({ FunctionName }))).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      $metadata: { httpStatusCode: 429 },
    });
    await sources.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    expect((await sources.lambda.send(new InvokeCommand({ FunctionName }))).StatusCode).toBe(200);
  });

  test('leaves a hundred to the others', async () => {
    await expect(reserve(901)).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: expect.stringContaining('below its minimum value of [100]'),
    });
    await reserve(900);
    const { AccountLimit, AccountUsage } = await sources.lambda.send(new GetAccountSettingsCommand({}));
    expect(AccountLimit).toMatchObject({ ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 100 });
    expect(AccountUsage).toMatchObject({ FunctionCount: 1 });
  });

  test('stands after a restart, until the template says something else', async () => {
    put({ reservedConcurrency: 5 });
    await reserve(3);
    await restart();
    put({ reservedConcurrency: 5 });
    expect(await get()).toBe(3);
    put({ reservedConcurrency: 6 });
    expect(await get()).toBe(6);
  });
});

describe('a resource policy', () => {
  const statement = {
    FunctionName,
    StatementId: 'bus',
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
  };
  const SourceArn = `arn:aws:events:${REGION}:${ACCOUNT_ID}:rule/nightly`;
  const asRule = (rule = SourceArn, name = FunctionName) =>
    sources.harness.cloud.call(
      'lambda',
      'Invoke',
      { FunctionName: name },
      servicePrincipal('events.amazonaws.com', rule, ACCOUNT_ID),
    );

  test('lets a service in for one source, is told, and is taken away again', async () => {
    await expect(asRule()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const added = await sources.lambda.send(new AddPermissionCommand({ ...statement, SourceArn }));
    expect(JSON.parse(added.Statement ?? '')).toEqual({
      Sid: 'bus',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: arn,
      Condition: { ArnLike: { 'AWS:SourceArn': SourceArn } },
    });
    expect(await asRule()).toMatchObject({ StatusCode: 200 });
    await expect(asRule(`${SourceArn}-other`)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const { Policy } = await sources.lambda.send(new GetPolicyCommand({ FunctionName }));
    expect(JSON.parse(Policy ?? '')).toEqual({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [JSON.parse(added.Statement ?? '')],
    });
    await sources.lambda.send(new RemovePermissionCommand({ FunctionName, StatementId: 'bus' }));
    await expect(asRule()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await expect(sources.lambda.send(new GetPolicyCommand({ FunctionName }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The resource you requested does not exist.',
    });
  });

  test('is of an alias alone where the alias is named, and outlives a restart', async () => {
    await sources.lambda.send(new AddPermissionCommand({ ...statement, Qualifier: 'live' }));
    await restart();
    put();
    await expect(asRule()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    expect(await asRule(SourceArn, `${FunctionName}:live`)).toMatchObject({ StatusCode: 200 });
  });

  test('takes each statement once, and nothing that is not understood', async () => {
    await sources.lambda.send(new AddPermissionCommand(statement));
    await expect(sources.lambda.send(new AddPermissionCommand(statement))).rejects.toMatchObject({
      name: 'ResourceConflictException',
      message:
        'The statement id (bus) provided already exists. Please provide a new statement id, or remove the existing statement.',
    });
    const other = { ...statement, StatementId: 'other' };
    await expect(
      sources.lambda.send(new AddPermissionCommand({ ...other, FunctionUrlAuthType: 'NONE' })),
    ).rejects.toThrow(/FunctionUrlAuthType/);
    await expect(
      sources.lambda.send(new AddPermissionCommand({ ...other, Action: 'lambda:GetFunction' })),
    ).rejects.toThrow(/lambda:GetFunction/);
  });
});

describe('settings of asynchronous invocation', () => {
  const Destination = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:failed`;
  const get = () => sources.lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName, Qualifier: 'live' }));

  test('are put, changed, listed and deleted', async () => {
    await expect(get()).rejects.toThrow(`The function ${arn}:live doesn't have an EventInvokeConfig`);
    const input = { FunctionName, Qualifier: 'live' };
    await sources.lambda.send(
      new PutFunctionEventInvokeConfigCommand({
        ...input,
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination } },
      }),
    );
    await sources.lambda.send(new UpdateFunctionEventInvokeConfigCommand({ ...input, MaximumEventAgeInSeconds: 60 }));
    const { $metadata: _, ...config } = await get();
    expect(config).toEqual({
      LastModified: expect.any(Date),
      FunctionArn: `${arn}:live`,
      MaximumRetryAttempts: 1,
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: { OnSuccess: {}, OnFailure: { Destination } },
    });
    const { FunctionEventInvokeConfigs } = await sources.lambda.send(
      new ListFunctionEventInvokeConfigsCommand({ FunctionName }),
    );
    expect(FunctionEventInvokeConfigs).toHaveLength(1);
    await sources.lambda.send(new DeleteFunctionEventInvokeConfigCommand(input));
    await expect(get()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test.each([
    [{ MaximumRetryAttempts: 3 }, /less than or equal to 2/],
    [{ MaximumEventAgeInSeconds: 59 }, /greater than or equal to 60/],
    [
      { DestinationConfig: { OnFailure: { Destination: 'arn:aws:kinesis:us-east-1:000000000000:stream/a' } } },
      /is invalid/,
    ],
  ])('are refused with %j', async (more, message) => {
    await expect(
      sources.lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, ...more })),
    ).rejects.toThrow(message);
  });
});

test('aliases, versions, tags and recursion are told', async () => {
  const alias = await sources.lambda.send(new GetAliasCommand({ FunctionName, Name: 'live' }));
  expect(alias).toMatchObject({ AliasArn: `${arn}:live`, FunctionVersion: '1', Description: 'what callers reach' });
  await expect(sources.lambda.send(new GetAliasCommand({ FunctionName, Name: 'dead' }))).rejects.toThrow(
    'The resource you requested does not exist.',
  );
  const { Versions } = await sources.lambda.send(new ListVersionsByFunctionCommand({ FunctionName }));
  expect(Versions?.map(({ Version, FunctionArn }) => [Version, FunctionArn])).toEqual([
    ['$LATEST', `${arn}:$LATEST`],
    ['1', `${arn}:1`],
  ]);
  expect((await sources.lambda.send(new ListTagsCommand({ Resource: arn }))).Tags).toEqual({ team: 'a' });
  await expect(sources.lambda.send(new GetFunctionCommand({ FunctionName, Qualifier: '7' }))).rejects.toThrow(
    `Function not found: ${arn}:7`,
  );
  const loop = async () =>
    (await sources.lambda.send(new GetFunctionRecursionConfigCommand({ FunctionName }))).RecursiveLoop;
  expect(await loop()).toBe('Terminate');
  await sources.lambda.send(new PutFunctionRecursionConfigCommand({ FunctionName, RecursiveLoop: 'Allow' }));
  expect(await loop()).toBe('Allow');
});
