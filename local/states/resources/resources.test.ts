import { describe, expect, it } from 'vitest';
import type { DeployContext, Resource } from '../../assembly/resource-type.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { chain, createWorld, ROLE } from '../testing.ts';

const context: DeployContext = {
  accountId: ACCOUNT_ID,
  region: REGION,
  assemblyFolder: '',
  physicalName: ({ logicalId }) => `Stack-${logicalId}`,
};
const resourceOf = (type: string, logicalId: string, properties: Record<string, unknown>): Resource => ({
  stackName: 'Stack',
  logicalId,
  path: `Stack/${logicalId}`,
  type: `AWS::StepFunctions::${type}`,
  properties,
  metadata: {},
});
const resource = (properties: Record<string, unknown>): Resource =>
  resourceOf('StateMachine', 'Machine', { RoleArn: ROLE, ...properties });
const definition = (seconds: number): string =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    ...chain({ Wait: { Type: 'Wait', Seconds: seconds }, Say: { Type: 'Pass', Output: ['$', '{What}'].join('') } }),
  });

describe('AWS::StepFunctions::StateMachine', () => {
  it('becomes a machine with its substitutions made', async () => {
    const world = createWorld();
    const [type] = world.states.resourceTypes;
    const properties = {
      DefinitionString: definition(1),
      DefinitionSubstitutions: { What: 'say "hello"' },
      LoggingConfiguration: {
        Level: 'ALL',
        IncludeExecutionData: true,
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'group:*' } }],
      },
      TracingConfiguration: { Enabled: true },
      Tags: [{ Key: 'stage', Value: 'dev' }],
    };
    const created = await type?.create(resource(properties), context);
    const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:Stack-Machine';
    expect(created).toMatchObject({ ref: arn, attributes: { Arn: arn, Name: 'Stack-Machine' } });
    expect(await world.finish(await world.start(arn))).toMatchObject({ output: '"say \\"hello\\""' });
    expect(world.logs.length).toBeGreaterThan(3);
    expect(await world.api('ListTagsForResource', { resourceArn: arn })).toEqual({
      tags: [{ key: 'stage', value: 'dev' }],
    });
  });

  it('takes a changed definition for what starts after the change', async () => {
    const world = createWorld();
    const [type] = world.states.resourceTypes;
    const create = (seconds: number) =>
      type?.create(
        resource({ DefinitionString: definition(seconds), DefinitionSubstitutions: { What: 'x' } }),
        context,
      );
    const arn = (await create(1000))?.ref ?? '';
    const old = await world.start(arn);
    await create(1);
    const young = await world.start(arn);
    await world.clock.advance(1000);
    expect([(await world.describe(old)).status, (await world.describe(young)).status]).toEqual([
      'RUNNING',
      'SUCCEEDED',
    ]);
  });

  it('stays where it was being deleted, since the template has it', async () => {
    const world = createWorld();
    const [type] = world.states.resourceTypes;
    const create = () =>
      type?.create(resource({ DefinitionString: definition(9), DefinitionSubstitutions: { What: 'x' } }), context);
    const arn = (await create())?.ref ?? '';
    const executionArn = await world.start(arn);
    await world.api('DeleteStateMachine', { stateMachineArn: arn });
    await create();
    await world.finish(executionArn);
    expect(await world.api('DescribeStateMachine', { stateMachineArn: arn })).toMatchObject({ status: 'ACTIVE' });
  });

  it('is refused without a definition that it can read', () => {
    const [type] = createWorld().states.resourceTypes;
    expect(() => type?.create(resource({ DefinitionS3Location: {} }), context)).toThrow(
      'DefinitionS3Location is not supported',
    );
  });
});

describe('the other resource types', () => {
  const open = () => {
    const world = createWorld();
    const typeOf = ({ type }: Resource) => world.states.resourceTypes.find((known) => known.type === type);
    return {
      ...world,
      make: async (wanted: Resource) => (await typeOf(wanted)?.create(wanted, context))?.ref ?? '',
      unmake: (wanted: Resource, ref: string) => typeOf(wanted)?.remove?.(wanted, { ref, attributes: {} }, context),
      taken: (wanted: Resource) => typeOf(wanted)?.taken?.(wanted, context),
    };
  };
  const machine = (seconds: number) =>
    resource({ DefinitionString: definition(seconds), DefinitionSubstitutions: { What: 'x' } });

  it('make an activity with its tags, the same at every start, and remove it', async () => {
    const world = open();
    const activity = resourceOf('Activity', 'Paint', { Name: 'paint', Tags: [{ Key: 'stage', Value: 'dev' }] });
    expect(world.taken(activity)).toBeUndefined();
    const activityArn = await world.make(activity);
    expect([await world.make(activity), world.taken(activity)]).toEqual([activityArn, 'paint']);
    expect(await world.api('DescribeActivity', { activityArn })).toMatchObject({ name: 'paint' });
    expect(await world.api('ListTagsForResource', { resourceArn: activityArn })).toEqual({
      tags: [{ key: 'stage', value: 'dev' }],
    });
    await world.unmake(activity, activityArn);
    await expect(world.api('DescribeActivity', { activityArn })).rejects.toMatchObject({
      code: 'ActivityDoesNotExist',
    });
  });

  it('make a version once for what the machine is, and lead the alias to it', async () => {
    const world = open();
    const arn = await world.make(machine(1));
    const version = resourceOf('StateMachineVersion', 'Version', { StateMachineArn: arn });
    const first = await world.make(version);
    expect([first, await world.make(version)]).toEqual([`${arn}:1`, `${arn}:1`]);
    const alias = (StateMachineVersionArn: string) =>
      resourceOf('StateMachineAlias', 'Alias', { RoutingConfiguration: [{ StateMachineVersionArn, Weight: 100 }] });
    const stateMachineAliasArn = await world.make(alias(first));
    await world.make(machine(2));
    const second = await world.make(version);
    expect(second).toBe(`${arn}:2`);
    expect(await world.make(alias(second))).toBe(stateMachineAliasArn);
    expect(await world.api('DescribeStateMachineAlias', { stateMachineAliasArn })).toMatchObject({
      routingConfiguration: [{ stateMachineVersionArn: second, weight: 100 }],
    });
    expect(() => world.unmake(version, second)).toThrow('must not be referenced by an alias');
    await world.unmake(alias(second), stateMachineAliasArn);
    await world.unmake(version, second);
    await expect(world.start(second)).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' });
  });
});
