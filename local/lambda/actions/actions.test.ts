import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
  ListAliasesCommand,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, openHarness } from '../../front-door/harness.ts';
import { ACCOUNT_ID } from '../../identity.ts';
import { type Bench, openBench } from '../testing/bench.ts';

let bench: Bench;
let harness: Harness;
let client: LambdaClient;
beforeEach(async () => {
  bench = openBench();
  harness = await openHarness({ services: () => [bench.service] });
  client = new LambdaClient(harness.client);
  bench.put(
    `export const handler = async (event, { invokedFunctionArn }) => {
      if (event.fail) throw new RangeError('asked to');
      console.log('heard', event.n);
      return { ...event, invokedFunctionArn };
    };`,
    {},
    'echo',
  );
  bench.functions.putAlias('echo', 'live', '1');
});
afterEach(async () => {
  client.destroy();
  await harness.close();
  await bench.close();
});

const invoke = async (event: unknown, more: Partial<InvokeCommandInput> = {}) => {
  const { Payload, LogResult, $metadata, ...answer } = await client.send(
    new InvokeCommand({ FunctionName: 'echo', Payload: Buffer.from(JSON.stringify(event)), ...more }),
  );
  const text = Payload ? Buffer.from(Payload).toString() : '';
  return { ...answer, payload: text === '' ? undefined : JSON.parse(text), log: LogResult && atob(LogResult) };
};
const arn = `arn:aws:lambda:us-east-1:${ACCOUNT_ID}:function:echo`;

describe('a function that is invoked by a client', () => {
  test('answers with its result, by name, ARN or alias', async () => {
    expect(await invoke({ n: 1 })).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      payload: { n: 1, invokedFunctionArn: arn },
      log: undefined,
    });
    expect(await invoke({ n: 1 }, { FunctionName: `${arn}:live` })).toMatchObject({
      ExecutedVersion: '1',
      payload: { invokedFunctionArn: `${arn}:live` },
    });
    expect(await invoke({}, { Qualifier: 'live' })).toMatchObject({ ExecutedVersion: '1' });
  });

  test('answers with its error, and with the end of its log where that is asked for', async () => {
    expect(await invoke({ fail: true })).toMatchObject({
      StatusCode: 200,
      FunctionError: 'Unhandled',
      payload: { errorType: 'RangeError', errorMessage: 'asked to', trace: expect.any(Array) },
    });
    const { log } = await invoke({ n: 7 }, { LogType: 'Tail' });
    expect(log).toMatch(/^START RequestId: .*\theard 7\nEND RequestId: .*\nREPORT /s);
  });

  test('is only checked for, by a dry run, and only accepted, as an event', async () => {
    expect(await invoke({}, { InvocationType: 'DryRun' })).toMatchObject({ StatusCode: 204, payload: undefined });
    expect(bench.logs).toEqual([]);
    expect(await invoke({ n: 2 }, { InvocationType: 'Event' })).toMatchObject({ StatusCode: 202, payload: undefined });
    await bench.clock.advance(0);
    await expect
      .poll(() => bench.logs.some(({ message }) => message.startsWith('REPORT')), { timeout: 30_000 })
      .toBe(true);
  });
});

describe('an invocation is refused', () => {
  test('of a function or an alias that is not there', async () => {
    await expect(invoke({}, { FunctionName: 'none' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(invoke({}, { Qualifier: 'none' })).rejects.toThrow(`Function not found: ${arn}:none`);
  });

  test('with an event that is no JSON or too large', async () => {
    await expect(invoke({}, { Payload: Buffer.from('{') })).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
    });
    const Payload = Buffer.from(JSON.stringify('x'.repeat(2 ** 20)));
    await expect(invoke({}, { Payload, InvocationType: 'Event' })).rejects.toMatchObject({
      name: 'RequestTooLargeException',
    });
  });

  test('to a role that may invoke another alias only', async () => {
    const role = `arn:aws:iam::${ACCOUNT_ID}:role/caller`;
    harness.identities.putRole({
      arn: role,
      name: 'caller',
      id: 'AROACALLER',
      trust: [],
      managedPolicyArns: [],
      inline: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: `${arn}:live` }],
    });
    const caller = new LambdaClient({ ...harness.client, credentials: harness.identities.sessionFor(role, 'test') });
    const call = (Qualifier?: string) => caller.send(new InvokeCommand({ FunctionName: 'echo', Qualifier }));
    expect((await call('live')).StatusCode).toBe(200);
    await expect(call()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('lambda:InvokeFunction'),
    });
    caller.destroy();
  });
});

test('an answer that is too large fails the call', async () => {
  bench.put("export const handler = async ({ size }) => 'x'.repeat(size)", {}, 'large');
  const answer = async (size: number) => {
    const Payload = JSON.stringify({ size });
    const told = await client.send(new InvokeCommand({ FunctionName: 'large', Payload }));
    return { FunctionError: told.FunctionError, text: Buffer.from(told.Payload ?? []).toString() };
  };
  expect((await answer(6 * 2 ** 20)).FunctionError).toBeUndefined();
  expect(await answer(6 * 2 ** 20 + 100)).toEqual({
    FunctionError: 'Unhandled',
    text: '{"errorType":"Function.ResponseSizeTooLarge","errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes)."}',
  });
});

test('a function that is not there is named by its ARN', async () => {
  await expect(client.send(new InvokeCommand({ FunctionName: 'nobody' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Function not found: arn:aws:lambda:us-east-1:${ACCOUNT_ID}:function:nobody:$LATEST`,
  });
  await expect(
    client.send(new GetFunctionConfigurationCommand({ FunctionName: 'echo', Qualifier: 'old' })),
  ).rejects.toThrow(`Function not found: ${arn}:old`);
});

test('functions and their aliases can be listed and described', async () => {
  const { Functions = [] } = await client.send(new ListFunctionsCommand({}));
  expect(Functions.map(({ FunctionName, MemorySize }) => [FunctionName, MemorySize])).toEqual([['echo', 256]]);
  const { Aliases = [] } = await client.send(new ListAliasesCommand({ FunctionName: 'echo' }));
  expect(Aliases).toEqual([
    { AliasArn: `${arn}:live`, Name: 'live', FunctionVersion: '1', Description: '', RevisionId: expect.any(String) },
  ]);
  const described = await client.send(new GetFunctionConfigurationCommand({ FunctionName: 'echo', Qualifier: 'live' }));
  expect(described).toMatchObject({ FunctionName: 'echo', Version: '1', State: 'Active', Timeout: 30 });
});
