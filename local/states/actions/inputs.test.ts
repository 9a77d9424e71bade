import { describe, expect, it } from 'vitest';
import { chain, createWorld, type World } from '../testing.ts';

const pass = chain({ Pass: { Type: 'Pass' } });
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
