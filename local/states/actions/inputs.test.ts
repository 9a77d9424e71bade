import { describe, expect, it } from 'vitest';
import { chain, createWorld, ROLE, type World } from '../testing.ts';

const pass = chain({ Pass: { Type: 'Pass' } });
const group = (name: string) => ({ cloudWatchLogsLogGroup: { logGroupArn: `arn:aws:logs:log-group:${name}:*` } });
const refusal = (code: string, message: string) => ({ code, message });
const invalid = (message: string) => refusal('ValidationException', `1 validation error detected: ${message}`);
const describeMachine = (world: World, stateMachineArn: string, more: object = {}) =>
  world.api('DescribeStateMachine', { stateMachineArn, ...more });

describe('ARNs', () => {
  it('are refused where they are none, or of another kind of resource', async () => {
    const world = createWorld();
    const arn = await world.create(pass);
    const execution = arn.replace(':stateMachine:', ':execution:').concat(':run');
    await expect(describeMachine(world, 'arn')).rejects.toMatchObject(
      refusal('InvalidArn', "Invalid Arn: 'Invalid ARN prefix: arn'"),
    );
    await expect(describeMachine(world, execution)).rejects.toMatchObject(
      refusal('InvalidArn', "Invalid Arn: 'Resource type not valid in this context: execution'"),
    );
    await expect(world.describe(arn)).rejects.toMatchObject(
      refusal('InvalidArn', "Invalid Arn: 'Resource type not valid in this context: stateMachine'"),
    );
    await expect(world.describe(execution)).rejects.toMatchObject({ code: 'ExecutionDoesNotExist' });
    await expect(world.api('DeleteStateMachine', { stateMachineArn: `${arn}/label` })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });
});

describe('members of an input', () => {
  it('are refused with all that they break', async () => {
    const world = createWorld();
    await expect(world.api('ListActivities', { maxResults: 1001, nextToken: '' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "2 validation errors detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000; Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1",
      ),
    );
    await expect(world.api('ListStateMachines', { maxResults: -1 })).rejects.toMatchObject(
      invalid(
        "Value '-1' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 0",
      ),
    );
  });

  it('are refused where one that must be given is not', async () => {
    const world = createWorld();
    await expect(world.api('SendTaskHeartbeat', {})).rejects.toMatchObject(
      invalid("Value null at 'taskToken' failed to satisfy constraint: Member must not be null"),
    );
  });

  it.each(['two words', 'a/b', 'a:b', 'a\u0000', 'a*', 'a$'])('are refused a name such as %j', async (name) => {
    const world = createWorld();
    const expected = refusal('InvalidName', `Invalid Name: '${name}'`);
    await expect(world.api('CreateActivity', { name })).rejects.toMatchObject(expected);
    await expect(world.create(pass, { name })).rejects.toMatchObject(expected);
  });

  it('are refused a name of more than 80 characters', async () => {
    const world = createWorld();
    const name = 'n'.repeat(81);
    await expect(world.api('CreateActivity', { name })).rejects.toMatchObject(
      invalid(
        `Value '${name}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80`,
      ),
    );
  });
});

describe('tags', () => {
  it('are set on creation, added, changed and taken off', async () => {
    const world = createWorld();
    const tags = [{ key: 'a', value: '1' }];
    const machine = await world.create(pass, { tags });
    const { activityArn: activity } = await world.api('CreateActivity', { name: 'paint', tags });
    for (const resourceArn of [machine, activity]) {
      const list = () => world.api('ListTagsForResource', { resourceArn });
      expect(await list()).toEqual({ tags });
      const more = [
        { key: 'b', value: '' },
        { key: 'a', value: '2' },
      ];
      await world.api('TagResource', { resourceArn, tags: more });
      expect(await list()).toEqual({ tags: more.toReversed() });
      await world.api('UntagResource', { resourceArn, tagKeys: ['a', 'a', 'none'] });
      expect(await list()).toEqual({ tags: [{ key: 'b', value: '' }] });
    }
  });

  it('are not for versions, and not too many', async () => {
    const world = createWorld();
    const resourceArn = await world.create(pass, { publish: true });
    const tags = Array.from({ length: 51 }, (_, n) => ({ key: `${n}`, value: '' }));
    await expect(world.api('TagResource', { resourceArn: `${resourceArn}:1`, tags: [] })).rejects.toMatchObject(
      refusal('ResourceNotFound', `Resource not found: '${resourceArn}:1'`),
    );
    await expect(world.api('TagResource', { resourceArn, tags })).rejects.toMatchObject({ code: 'TooManyTags' });
    await expect(world.api('TagResource', { resourceArn })).rejects.toMatchObject({ code: 'ValidationException' });
    expect(await world.api('ListTagsForResource', { resourceArn })).toEqual({ tags: [] });
  });
});

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
