import { describe, expect, it } from 'vitest';
import { chain, createWorld, ROLE, type World } from '../testing.ts';

const says = (word: string) => chain({ Say: { Type: 'Pass', Output: word } });
const text = (word: string): string => JSON.stringify({ QueryLanguage: 'JSONata', ...says(word) });

type Versions = { stateMachineVersions: { stateMachineVersionArn: string }[]; nextToken?: string };

const publish = async (world: World, stateMachineArn: string, more: object = {}): Promise<string> => {
  const published = await world.api('PublishStateMachineVersion', { stateMachineArn, ...more });
  return String(published.stateMachineVersionArn);
};
const update = (world: World, stateMachineArn: string, word: string, more: object = {}) =>
  world.api('UpdateStateMachine', { stateMachineArn, definition: text(word), ...more });
const numbers = async (world: World, stateMachineArn: string): Promise<(string | undefined)[]> => {
  const { stateMachineVersions } = await world.api<Versions>('ListStateMachineVersions', { stateMachineArn });
  return stateMachineVersions.map(({ stateMachineVersionArn }) => stateMachineVersionArn.split(':').at(7));
};

describe('versions of a state machine', () => {
  it('keep what the machine was, and run it', async () => {
    const world = createWorld();
    const arn = await world.create(says('first'));
    const first = await publish(world, arn, { description: 'the first' });
    await update(world, arn, 'second');
    expect(await world.api('DescribeStateMachine', { stateMachineArn: first })).toMatchObject({
      stateMachineArn: `${arn}:1`,
      name: 'machine',
      definition: text('first'),
      description: 'the first',
    });
    const executionArn = await world.start(first);
    expect(await world.finish(executionArn)).toMatchObject({
      output: '"first"',
      stateMachineArn: arn,
      stateMachineVersionArn: first,
    });
    expect(executionArn).toContain(':execution:machine:');
    const described = await world.api('DescribeStateMachineForExecution', { executionArn });
    expect(described).toMatchObject({ definition: text('first'), stateMachineArn: arn });
    expect((await world.finish(await world.start(arn))).output).toBe('"second"');
  });

  it('are published once for a revision', async () => {
    const world = createWorld();
    const arn = await world.create(says('first'), { publish: true });
    expect(await publish(world, arn)).toBe(`${arn}:1`);
    const { revisionId } = await update(world, arn, 'second', { publish: true, versionDescription: 'the second' });
    expect(await publish(world, arn, { revisionId })).toBe(`${arn}:2`);
    expect(await numbers(world, arn)).toEqual(['2', '1']);
  });

  it('are refused for a revision that the machine is not of', async () => {
    const world = createWorld();
    const arn = await world.create(says('first'));
    expect(await publish(world, arn, { revisionId: 'INITIAL' })).toBe(`${arn}:1`);
    const { revisionId } = await update(world, arn, 'second');
    await expect(publish(world, arn, { revisionId: 'INITIAL' })).rejects.toMatchObject({
      code: 'ConflictException',
      message: `Failed to publish the State Machine version for revision INITIAL. The current State Machine revision is ${revisionId}.`,
    });
  });

  it('are never given a number twice', async () => {
    const world = createWorld();
    const arn = await world.create(says('first'), { publish: true });
    await world.api('DeleteStateMachineVersion', { stateMachineVersionArn: `${arn}:1` });
    await world.api('DeleteStateMachineVersion', { stateMachineVersionArn: `${arn}:1` });
    expect(await publish(world, arn)).toBe(`${arn}:2`);
  });

  it('list in pages, and list the executions that they started', async () => {
    const world = createWorld();
    const arn = await world.create(says('0'), { publish: true });
    for (const word of ['1', '2']) await update(world, arn, word, { publish: true });
    const page = (more: object) => world.api<Versions>('ListStateMachineVersions', { stateMachineArn: arn, ...more });
    const { stateMachineVersions, nextToken } = await page({ maxResults: 2 });
    expect(stateMachineVersions.map((version) => version.stateMachineVersionArn)).toEqual([`${arn}:3`, `${arn}:2`]);
    expect((await page({ nextToken })).stateMachineVersions).toMatchObject([{ stateMachineVersionArn: `${arn}:1` }]);
    await world.finish(await world.start(arn));
    await world.finish(await world.start(`${arn}:2`, {}, 'by-version'));
    const { executions } = await world.api<{ executions: object[] }>('ListExecutions', {
      stateMachineArn: `${arn}:2`,
    });
    expect(executions).toMatchObject([{ name: 'by-version', stateMachineVersionArn: `${arn}:2` }]);
  });

  it('go with their machine, and a new machine of the name counts from 1', async () => {
    const world = createWorld();
    const arn = await world.create(says('first'), { publish: true });
    await world.api('DeleteStateMachine', { stateMachineArn: arn });
    await expect(world.start(`${arn}:1`)).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' });
    await world.create(says('second'));
    expect(await publish(world, arn)).toBe(`${arn}:1`);
  });

  it('cannot be changed once published, nor described by a call that publishes none', async () => {
    const world = createWorld();
    const arn = await world.create(says('first'), { publish: true });
    await expect(update(world, `${arn}:1`, 'other')).rejects.toMatchObject({
      code: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${arn}:1'`,
    });
    await expect(update(world, arn, 'other', { versionDescription: 'unpublished' })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });
});

describe('revisions of a state machine', () => {
  it('begin where definition or role change, and only there', async () => {
    const world = createWorld();
    const arn = await world.create(says('first'));
    expect(await update(world, arn, 'first')).not.toHaveProperty('revisionId');
    expect(
      await world.api('UpdateStateMachine', { stateMachineArn: arn, tracingConfiguration: { enabled: true } }),
    ).not.toHaveProperty('revisionId');
    const second = await update(world, arn, 'second');
    expect(await update(world, arn, 'second', { roleArn: ROLE })).toHaveProperty('revisionId', second.revisionId);
    const third = await world.api('UpdateStateMachine', { stateMachineArn: arn, roleArn: `${ROLE}-of-another` });
    expect(third.revisionId).not.toBe(second.revisionId);
    expect(await world.api('DescribeStateMachine', { stateMachineArn: arn })).toMatchObject({
      revisionId: third.revisionId,
      tracingConfiguration: { enabled: true },
    });
  });
});
