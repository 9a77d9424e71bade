import { beforeEach, describe, expect, it } from 'vitest';
import { chain, createWorld, type World } from '../testing.ts';

const says = (word: string) => chain({ Say: { Type: 'Pass', Output: word } });
const route = (stateMachineVersionArn: string, weight = 100) => ({ stateMachineVersionArn, weight });

let rolled: number;
let world: World;
let arn: string;
beforeEach(async () => {
  rolled = 0;
  world = createWorld({ random: () => rolled });
  arn = await world.create(says('first'), { publish: true });
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...says('second') });
  await world.api('UpdateStateMachine', { stateMachineArn: arn, definition, publish: true });
});

const create = async (name: string, routes: unknown[], more: object = {}): Promise<string> => {
  const input = { name, routingConfiguration: routes, ...more };
  return String((await world.api('CreateStateMachineAlias', input)).stateMachineAliasArn);
};

describe('an alias', () => {
  it('starts the version that its weights pick', async () => {
    const alias = await create('live', [route(`${arn}:1`, 75), route(`${arn}:2`, 25)]);
    const started = [];
    for (rolled of [0, 0.749, 0.75, 0.999]) started.push((await world.finish(await world.start(alias))).output);
    expect(started).toEqual(['"first"', '"first"', '"second"', '"second"']);
    const { executions } = await world.api<{ executions: object[] }>('ListExecutions', { stateMachineArn: alias });
    expect(executions).toHaveLength(4);
    expect(executions[0]).toMatchObject({ stateMachineAliasArn: alias, stateMachineVersionArn: `${arn}:2` });
  });

  it('can be led elsewhere and described anew', async () => {
    const alias = await create('live', [route(`${arn}:1`)]);
    await world.clock.advance(1000);
    await world.api('UpdateStateMachineAlias', { stateMachineAliasArn: alias, description: 'what runs' });
    await world.api('UpdateStateMachineAlias', {
      stateMachineAliasArn: alias,
      routingConfiguration: [route(`${arn}:2`)],
    });
    const described = await world.api('DescribeStateMachineAlias', { stateMachineAliasArn: alias });
    expect(described).toMatchObject({
      stateMachineAliasArn: `${arn}:live`,
      name: 'live',
      description: 'what runs',
      routingConfiguration: [route(`${arn}:2`)],
    });
    expect(Number(described.updateDate) - Number(described.creationDate)).toBe(1);
    await expect(
      world.api('UpdateStateMachineAlias', { stateMachineAliasArn: `${arn}:other`, description: '' }),
    ).rejects.toMatchObject({ code: 'ResourceNotFound' });
  });

  it('keeps the versions it leads to from being deleted', async () => {
    const alias = await create('live', [route(`${arn}:1`)]);
    await expect(world.api('DeleteStateMachineVersion', { stateMachineVersionArn: `${arn}:1` })).rejects.toMatchObject({
      code: 'ConflictException',
      message:
        'Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [live]',
    });
    await world.api('DeleteStateMachineAlias', { stateMachineAliasArn: alias });
    await world.api('DeleteStateMachineAlias', { stateMachineAliasArn: alias });
    await world.api('DeleteStateMachineVersion', { stateMachineVersionArn: `${arn}:1` });
    await expect(world.start(alias)).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' });
  });

  it('is answered to the same call again, and refused to another of its name', async () => {
    const alias = await create('live', [route(`${arn}:1`)], { description: 'd' });
    expect(await create('live', [route(`${arn}:1`)], { description: 'd' })).toBe(alias);
    const conflict = {
      code: 'ConflictException',
      message:
        'Failed to create alias because an alias with the same name and a different routing configuration already exists.',
    };
    await expect(create('live', [route(`${arn}:1`)])).rejects.toMatchObject(conflict);
    await expect(create('live', [route(`${arn}:2`)], { description: 'd' })).rejects.toMatchObject(conflict);
  });

  it('lists by name in pages, all of a machine or those that lead to a version', async () => {
    for (const name of ['c', 'a', 'b']) await create(name, [route(`${arn}:${name === 'b' ? 2 : 1}`)]);
    type Aliases = { stateMachineAliases: { stateMachineAliasArn: string }[]; nextToken?: string };
    const list = async (more: object): Promise<[string[], string | undefined]> => {
      const input = { stateMachineArn: arn, ...more };
      const { stateMachineAliases, nextToken } = await world.api<Aliases>('ListStateMachineAliases', input);
      return [stateMachineAliases.map((alias) => alias.stateMachineAliasArn.slice(arn.length + 1)), nextToken];
    };
    const [names, nextToken] = await list({ maxResults: 2 });
    expect([names, await list({ nextToken })]).toEqual([
      ['a', 'b'],
      [['c'], undefined],
    ]);
    expect(await list({ stateMachineArn: `${arn}:1` })).toEqual([['a', 'c'], undefined]);
    await expect(list({ nextToken: 'Token' })).rejects.toMatchObject({ code: 'InvalidToken' });
  });
});

describe('an alias that leads nowhere', () => {
  it.each([
    [
      'that is led twice to one version',
      () => [route(`${arn}:1`, 50), route(`${arn}:1`, 50)],
      'Routing configuration must contain distinct state machine version ARNs. Received: [ARN:1, ARN:1]',
    ],
    [
      'that is led to a machine',
      () => [route(arn, 50), route(`${arn}:1`, 50)],
      'Routing configuration must contain state machine version ARNs. Received: [ARN, ARN:1]',
    ],
    [
      'whose weights are not 100 together',
      () => [route(`${arn}:1`, 50), route(`${arn}:2`, 49)],
      'Sum of routing configuration weights must equal 100. Received: [50, 49]',
    ],
    [
      'with a weight above 100',
      () => [route(`${arn}:1`, 101)],
      "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100",
    ],
    [
      'to three versions',
      () => [route(`${arn}:1`, 50), route(`${arn}:2`, 30), route(`${arn}:3`, 20)],
      "1 validation error detected: Value '[RoutingConfigurationListItem(stateMachineVersionArn=ARN:1, weight=50), RoutingConfigurationListItem(stateMachineVersionArn=ARN:2, weight=30), RoutingConfigurationListItem(stateMachineVersionArn=ARN:3, weight=20)]' at 'routingConfiguration' failed to satisfy constraint: Member must have length less than or equal to 2",
    ],
  ])('is refused: one %s', async (_, routes, message) => {
    await expect(create('live', routes())).rejects.toMatchObject({
      code: 'ValidationException',
      message: message.replaceAll('ARN:', `${arn}:`).replaceAll('ARN,', `${arn},`),
    });
  });

  it('is refused where the version does not exist', async () => {
    await expect(create('live', [route(`${arn}:9`)])).rejects.toMatchObject({ code: 'ResourceNotFound' });
  });

  it.each(['12', 'two words', 'at@'])('is refused the name %s, which is none', async (name) => {
    await expect(create(name, [route(`${arn}:1`)])).rejects.toMatchObject({
      code: 'ValidationException',
      message: String.raw`1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$`,
    });
  });
});
