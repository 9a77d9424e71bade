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
const resource = (properties: Record<string, unknown>): Resource => ({
  stackName: 'Stack',
  logicalId: 'Machine',
  path: 'Stack/Machine',
  type: 'AWS::StepFunctions::StateMachine',
  properties: { RoleArn: ROLE, ...properties },
  metadata: {},
});
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

  it('is refused without a definition that it can read', () => {
    const [type] = createWorld().states.resourceTypes;
    expect(() => type?.create(resource({ DefinitionS3Location: {} }), context)).toThrow(
      'DefinitionS3Location is not supported',
    );
  });
});
