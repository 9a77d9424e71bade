import { describe, expect, it } from 'vitest';
import { chain, createWorld, ROLE, type World } from '../testing.ts';

const pass = chain({ Pass: { Type: 'Pass' } });
const group = (name: string) => ({ cloudWatchLogsLogGroup: { logGroupArn: `arn:aws:logs:log-group:${name}:*` } });
const refusal = (code: string, message: string) => ({ code, message });
const describeMachine = (world: World, stateMachineArn: string, more: object = {}) =>
  world.api('DescribeStateMachine', { stateMachineArn, ...more });

describe('the settings of a machine', () => {
  it('log to exactly one group where they log', async () => {
    const world = createWorld();
    const create = (loggingConfiguration: object) => world.create(pass, { loggingConfiguration });
    const one = refusal(
      'InvalidLoggingConfiguration',
      'Invalid Logging Configuration: Must specify exactly one Log Destination.',
    );
    await expect(create({ level: 'ERROR' })).rejects.toMatchObject(one);
    await expect(create({ level: 'ALL', destinations: [{}] })).rejects.toMatchObject(one);
    await expect(create({ level: 'ALL', destinations: [group('a'), group('b')] })).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining("at 'loggingConfiguration.destinations'"),
    });
    await expect(create({ level: 'LOUD' })).rejects.toMatchObject({ code: 'ValidationException' });
    const arn = await create({ level: 'FATAL', destinations: [group('a')] });
    expect(await describeMachine(world, arn)).toMatchObject({
      loggingConfiguration: { level: 'FATAL', includeExecutionData: false, destinations: [group('a')] },
    });
  });

  it('use the key that AWS owns, and refuse keys that the runtime does not have', async () => {
    const world = createWorld();
    const arn = await world.create(pass, { encryptionConfiguration: { type: 'AWS_OWNED_KEY' } });
    expect(await describeMachine(world, arn)).toMatchObject({ encryptionConfiguration: { type: 'AWS_OWNED_KEY' } });
    const encryptionConfiguration = { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'key' };
    await expect(
      world.api('UpdateStateMachine', { stateMachineArn: arn, encryptionConfiguration }),
    ).rejects.toMatchObject({
      code: 'InvalidEncryptionConfiguration',
    });
  });

  it('are told without the definition to whoever asks for no more', async () => {
    const world = createWorld();
    const arn = await world.create(pass);
    const includedData = 'METADATA_ONLY';
    expect(await describeMachine(world, arn, { includedData })).toMatchObject({ definition: '{}', name: 'machine' });
    const executionArn = await world.start(arn, { secret: 1 });
    await world.finish(executionArn);
    const described = await world.api('DescribeExecution', { executionArn, includedData });
    expect(described).toMatchObject({ inputDetails: { included: false }, outputDetails: { included: false } });
    expect(JSON.stringify(described)).not.toContain('secret');
    await expect(describeMachine(world, arn, { includedData: 'SOME' })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  it('are those of the first call where a second one differs in role and tags alone', async () => {
    const world = createWorld();
    const arn = await world.create(pass);
    expect(await world.create(pass, { roleArn: `${ROLE}-of-another`, tags: [{ key: 'a', value: '1' }] })).toBe(arn);
    expect(await describeMachine(world, arn)).toMatchObject({ roleArn: ROLE });
    expect(await world.api('ListTagsForResource', { resourceArn: arn })).toEqual({ tags: [] });
  });

  it('let data of a log line be cut where it is longer than CloudWatch Logs takes', async () => {
    const world = createWorld();
    const loggingConfiguration = { level: 'ALL', includeExecutionData: true, destinations: [group('a')] };
    const arn = await world.create(pass, { loggingConfiguration });
    await world.finish(await world.start(arn, 'x'.repeat(256_000)));
    const [started] = world.logs.map(({ message }) => JSON.parse(message));
    expect(started.details.inputDetails).toEqual({ truncated: true });
    for (const { message } of world.logs) expect(message.length).toBeLessThan(256 * 1024);
  });

  it('must have something new in an update', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(pass);
    await expect(world.api('UpdateStateMachine', { stateMachineArn, definition: null })).rejects.toMatchObject({
      code: 'MissingRequiredParameter',
    });
  });
});

describe('a Distributed Map state', () => {
  it('is described by its label', async () => {
    const world = createWorld();
    const processor = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...pass };
    const map = { Type: 'Map', Label: 'Each', ItemProcessor: processor, Items: [1] };
    const arn = await world.create(chain({ Map: map }));
    const described = await describeMachine(world, `${arn}/Each`);
    expect(described).toMatchObject({ label: 'Each', stateMachineArn: `${arn}/Each`, name: 'machine' });
    expect(JSON.parse(String(described.definition))).toEqual(processor);
    await expect(describeMachine(world, `${arn}/Other`)).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' });
  });
});

describe('an Express execution', () => {
  it('ends after five minutes', async () => {
    const world = createWorld();
    const wait = chain({ Wait: { Type: 'Wait', Seconds: 1000 } });
    const stateMachineArn = await world.create(wait, { type: 'EXPRESS' });
    const ended = world.api('StartSyncExecution', { stateMachineArn });
    await world.clock.advance(300_000);
    expect(await ended).toMatchObject({
      status: 'TIMED_OUT',
      billingDetails: { billedDurationInMilliseconds: 300_000 },
    });
  });

  it('has no history, no description and no list', async () => {
    const world = createWorld();
    const stateMachineArn = await world.create(pass, { type: 'EXPRESS' });
    const executionArn = await world.start(stateMachineArn);
    const express = refusal('InvalidArn', "Invalid Arn: 'Resource type not valid in this context: express'");
    for (const action of ['DescribeExecution', 'GetExecutionHistory', 'StopExecution'])
      await expect(world.api(action, { executionArn })).rejects.toMatchObject(express);
    await expect(world.api('ListExecutions', { stateMachineArn })).rejects.toMatchObject({
      code: 'StateMachineTypeNotSupported',
    });
  });
});
