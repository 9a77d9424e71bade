import { describe, expect, it } from 'vitest';
import { chain, createWorld, type Event, functionError, invoke, ROLE } from '../testing.ts';

const pass = chain({ Pass: { Type: 'Pass' } });
const wait = chain({ Wait: { Type: 'Wait', Seconds: 60 } });
type Listed = { executions: { name: string; status: string }[]; nextToken?: string };

describe('creating and changing state machines', () => {
  it('answers the same to the same call, and refuses another of the name', async () => {
    const world = createWorld();
    expect(await world.create(pass)).toBe(await world.create(pass));
    await expect(world.create(wait)).rejects.toMatchObject({ code: 'StateMachineAlreadyExists' });
  });

  it('describes what it was given, with defaults', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(pass, { tags: [{ key: 'k', value: 'v' }] });
    expect(await world.api('DescribeStateMachine', { stateMachineArn })).toMatchObject({
      name: 'machine',
      roleArn: ROLE,
      status: 'ACTIVE',
      type: 'STANDARD',
      loggingConfiguration: { includeExecutionData: false, level: 'OFF' },
      tracingConfiguration: { enabled: false },
    });
    expect(await world.api('ListTagsForResource', { resourceArn: stateMachineArn })).toEqual({
      tags: [{ key: 'k', value: 'v' }],
    });
  });

  it('lets executions in flight keep the definition they started with', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(wait);
    const executionArn = await world.start(stateMachineArn);
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...pass });
    expect(await world.api('UpdateStateMachine', { stateMachineArn, definition })).toHaveProperty('revisionId');
    expect((await world.finish(executionArn)).status).toBe('SUCCEEDED');
    expect((await world.history(executionArn)).map(({ type }) => type)).toContain('WaitStateExited');
    const described = await world.api<{ definition: string }>('DescribeStateMachineForExecution', { executionArn });
    expect(JSON.parse(described.definition).StartAt).toBe('Wait');
  });

  it('deletes a machine once its executions have ended', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(wait);
    const executionArn = await world.start(stateMachineArn);
    await world.api('DeleteStateMachine', { stateMachineArn });
    expect(await world.api('DescribeStateMachine', { stateMachineArn })).toMatchObject({ status: 'DELETING' });
    await expect(world.start(stateMachineArn)).rejects.toMatchObject({ code: 'StateMachineDeleting' });
    await world.finish(executionArn);
    await expect(world.api('DescribeStateMachine', { stateMachineArn })).rejects.toMatchObject({
      code: 'StateMachineDoesNotExist',
    });
  });
});

describe('starting executions', () => {
  it('answers the running execution to the same name and input, and refuses the name for another', async () => {
    const world = createWorld();
    const arn = await world.create(wait);
    const executionArn = await world.start(arn, { a: 1 }, 'one');
    expect(await world.start(arn, { a: 1 }, 'one')).toBe(executionArn);
    await expect(world.start(arn, { a: 2 }, 'one')).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
    await world.finish(executionArn);
    await expect(world.start(arn, { a: 1 }, 'one')).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
  });

  it('refuses input that is no JSON, and machines that are none', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(pass);
    await expect(world.api('StartExecution', { stateMachineArn, input: '{' })).rejects.toMatchObject({
      code: 'InvalidExecutionInput',
    });
    await expect(world.api('StartExecution', { stateMachineArn: 'x' })).rejects.toMatchObject({ code: 'InvalidArn' });
    await expect(world.start(`${stateMachineArn}x`)).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' });
  });
});

describe('looking at executions', () => {
  it('lists them newest first, in pages, by status', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(pass);
    for (let n = 0; n < 5; n++) await world.finish(await world.start(stateMachineArn, {}, `run-${n}`));
    const first = await world.api<Listed>('ListExecutions', {
      stateMachineArn,
      maxResults: 3,
      statusFilter: 'SUCCEEDED',
    });
    expect(first.executions.map(({ name }) => name)).toEqual(['run-4', 'run-3', 'run-2']);
    const { nextToken } = first;
    const second = await world.api<Listed>('ListExecutions', {
      stateMachineArn,
      maxResults: 3,
      statusFilter: 'SUCCEEDED',
      nextToken,
    });
    expect([second.executions.map(({ name }) => name), second.nextToken]).toEqual([['run-1', 'run-0'], undefined]);
    expect(
      (await world.api<Listed>('ListExecutions', { stateMachineArn, statusFilter: 'RUNNING' })).executions,
    ).toEqual([]);
    await expect(world.api('ListExecutions', { stateMachineArn, nextToken: 'x' })).rejects.toMatchObject({
      code: 'InvalidToken',
    });
  });

  it('pages through a history in both orders, with or without data', async () => {
    const world = createWorld();
    const { executionArn } = await world.run(pass, { a: 1 });
    const page = (more: object) =>
      world.api<{ events: Event[]; nextToken?: string }>('GetExecutionHistory', { executionArn, ...more });
    const back = await page({ reverseOrder: true, maxResults: 3 });
    const rest = await page({ reverseOrder: true, maxResults: 3, nextToken: back.nextToken });
    expect([...back.events, ...rest.events].map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    const [started] = (await page({ includeExecutionData: false })).events;
    expect(started?.executionStartedEventDetails).toEqual({ inputDetails: { truncated: false }, roleArn: ROLE });
  });
});

describe('stopping and redriving', () => {
  it('stops an execution with an error and a cause', async () => {
    const world = createWorld();
    const executionArn = await world.start(await world.create(wait));
    await world.clock.advance(1000);
    await world.api('StopExecution', { executionArn, error: 'Stop', cause: 'enough' });
    expect(await world.describe(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Stop',
      cause: 'enough',
      redriveStatus: 'REDRIVABLE',
    });
    expect((await world.history(executionArn)).at(-1)).toMatchObject({ type: 'ExecutionAborted', previousEventId: 0 });
    expect(world.clock.next()).toBeUndefined();
  });

  it('runs only what did not succeed', async () => {
    let broken = true;
    const world = createWorld({
      handler: ({ input }) =>
        broken && input.Payload === '2' ? functionError('Broken') : { StatusCode: 200, Payload: String(input.Payload) },
    });
    const definition = chain({
      Before: invoke({ Arguments: { FunctionName: 'before', Payload: 0 }, Output: [1, 2, 3] }),
      Each: {
        Type: 'Map',
        MaxConcurrency: 1,
        ItemProcessor: chain({ Work: invoke({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }] }) }),
      },
    });
    const { executionArn, status } = await world.run(definition);
    expect([status, world.calls.length]).toEqual(['FAILED', 4]);
    broken = false;
    await world.api('RedriveExecution', { executionArn });
    expect(await world.finish(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3]', redriveCount: 1 });
    expect(world.calls.slice(4).map(({ input }) => input.Payload)).toEqual(['2', '3']);
    const types = (await world.history(executionArn)).map(({ type }) => type);
    expect(types.filter((type) => type === 'ExecutionRedriven')).toHaveLength(1);
    await expect(world.api('RedriveExecution', { executionArn })).rejects.toMatchObject({
      code: 'ExecutionNotRedrivable',
    });
  });
});

describe('what others are told', () => {
  it('tells each change of status in order', async () => {
    const world = createWorld();
    await world.run(pass, { a: 1 });
    expect(world.changes.map(({ status }) => status)).toEqual(['RUNNING', 'SUCCEEDED']);
    expect(world.changes[1]).toMatchObject({ input: '{"a":1}', output: '{"a":1}', inputDetails: { included: true } });
  });

  it('logs what the level asks for, without data unless that is asked for', async () => {
    const world = createWorld();
    const logging = (level: string) => ({
      loggingConfiguration: { level, destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: 'group:*' } }] },
    });
    const fail = chain({ Pass: { Type: 'Pass' }, Fail: { Type: 'Fail', Error: 'E' } });
    await world.finish(await world.start(await world.create(fail, { name: 'errors', ...logging('ERROR') })));
    expect(world.logs.map(({ message }) => JSON.parse(message).type)).toEqual(['FailStateEntered', 'ExecutionFailed']);
    await world.finish(await world.start(await world.create(pass, { name: 'all', ...logging('ALL') }), { secret: 1 }));
    expect(world.logs).toHaveLength(6);
    expect(world.logs[2]?.message).not.toContain('secret');
    expect(world.logs[2]?.stream).toMatch(/^states\/all\/2026-01-01-00-00\/[0-9a-f]{8}$/);
  });
});

describe('Express workflows', () => {
  it('answer a synchronous start with their end', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(chain({ Work: invoke() }), { type: 'EXPRESS' });
    expect(await world.api('StartSyncExecution', { stateMachineArn, name: 'turn', input: '{"a":1}' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"a":1}',
      executionArn: expect.stringMatching(/:express:machine:turn:[\w-]+$/),
      billingDetails: { billedDurationInMilliseconds: 100, billedMemoryUsedInMB: 64 },
    });
  });

  it('run when started and keep no history', async () => {
    const world = createWorld();
    const executionArn = await world.start(await world.create(chain({ Work: invoke() }), { type: 'EXPRESS' }));
    await world.clock.advance(0);
    expect(world.calls).toHaveLength(1);
    await expect(world.history(executionArn)).rejects.toMatchObject({ code: 'InvalidArn' });
  });

  it('are refused a synchronous start where they are Standard', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(pass);
    await expect(world.api('StartSyncExecution', { stateMachineArn })).rejects.toMatchObject({
      code: 'StateMachineTypeNotSupported',
    });
  });
});
