import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
  PutPermissionCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemovePermissionCommand,
  RemoveTargetsCommand,
  TagResourceCommand,
  type Target,
  UntagResourceCommand,
  UpdateEventBusCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { type Bridge, DEAD, FUNCTION, MACHINE, openBridge, QUEUE, ROLE } from './testing.ts';

let bridge: Bridge;
let harness: Harness;
let client: EventBridgeClient;
beforeEach(async () => {
  bridge = openBridge();
  harness = await openHarness({ services: () => [bridge.service] });
  client = new EventBridgeClient(harness.client);
});
afterEach(async () => {
  client.destroy();
  await harness.close();
  await bridge.close();
});

const EventPattern = '{"source":["shop"]}';
const putRule = (Name: string, more: object = {}) => client.send(new PutRuleCommand({ Name, EventPattern, ...more }));
const putTargets = (...Targets: Target[]) => client.send(new PutTargetsCommand({ Rule: 'sales', Targets }));
const publish = (source = 'shop'): void =>
  bridge.publish({ source, detailType: 'Sold', detail: {}, resources: [], time: bridge.clock.now() });
const refused = (message: RegExp) => ({ name: 'ValidationException', message: expect.stringMatching(message) });

test('a rule of the wire matches at once, is told as it was put, and outlives the runtime', async () => {
  const { RuleArn } = await putRule('sales', { Description: 'all sales', Tags: [{ Key: 'team', Value: 'a' }] });
  await putTargets({ Id: 'q', Arn: QUEUE });
  publish();
  publish('bank');
  await bridge.clock.advance(0);
  expect(bridge.calls).toHaveLength(1);
  const { $metadata: _, ...told } = await client.send(new DescribeRuleCommand({ Name: 'sales' }));
  expect(told).toEqual({
    Name: 'sales',
    Arn: RuleArn,
    EventPattern,
    State: 'ENABLED',
    Description: 'all sales',
    EventBusName: 'default',
    CreatedBy: '000000000000',
  });
  await bridge.leave();
  const again = openBridge({ folder: bridge.folder });
  again.resume();
  again.publish({ source: 'shop', detailType: 'Sold', detail: {}, resources: [], time: 0 });
  await again.clock.advance(0);
  expect(again.calls).toHaveLength(1);
  bridge = again;
});

test('a rule of a template goes with the template; changes made over the wire stay while the template does', async () => {
  const Targets = [{ Id: 'q', Arn: QUEUE }];
  const properties = { Name: 'sales', EventPattern: { source: ['shop'] }, Targets };
  await bridge.make('Rule', 'Sales', properties);
  await client.send(new DisableRuleCommand({ Name: 'sales' }));
  await bridge.leave();
  const same = openBridge({ folder: bridge.folder });
  bridge = same;
  await same.make('Rule', 'Sales', properties);
  same.resume();
  const list = (of: Bridge) => of.cloud.call('events', 'ListRules', {}, of.administrator);
  expect(await list(same)).toMatchObject({ Rules: [{ Name: 'sales', State: 'DISABLED' }] });
  await same.leave();
  const changed = openBridge({ folder: same.folder });
  bridge = changed;
  await changed.make('Rule', 'Sales', { ...properties, Description: 'new' });
  changed.resume();
  expect(await list(changed)).toMatchObject({ Rules: [{ Name: 'sales', State: 'ENABLED', Description: 'new' }] });
  await changed.leave();
  const without = openBridge({ folder: changed.folder });
  bridge = without;
  without.resume();
  expect(await list(without)).toEqual({ Rules: [] });
});

test('a rule is switched off and on, and deleted once it has no targets', async () => {
  await putRule('sales');
  await putTargets({ Id: 'q', Arn: QUEUE }, { Id: 'f', Arn: FUNCTION });
  await client.send(new DisableRuleCommand({ Name: 'sales' }));
  publish();
  await client.send(new EnableRuleCommand({ Name: 'sales' }));
  publish();
  await bridge.clock.advance(0);
  expect(bridge.calls).toHaveLength(2);
  await expect(client.send(new DeleteRuleCommand({ Name: 'sales' }))).rejects.toMatchObject(refused(/has targets/));
  const { FailedEntries } = await client.send(new RemoveTargetsCommand({ Rule: 'sales', Ids: ['q', 'f', 'x'] }));
  expect(FailedEntries).toEqual([
    {
      TargetId: 'x',
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: "Rule 'sales' does not have a target with the Id 'x'.",
    },
  ]);
  await client.send(new DeleteRuleCommand({ Name: 'sales' }));
  await client.send(new DeleteRuleCommand({ Name: 'sales' }));
  await expect(client.send(new DescribeRuleCommand({ Name: 'sales' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Rule sales does not exist on EventBus default.',
  });
});

test('lists come in pages', async () => {
  for (const name of ['a', 'b', 'c']) await putRule(name);
  const first = await client.send(new ListRulesCommand({ Limit: 2 }));
  const second = await client.send(new ListRulesCommand({ Limit: 2, NextToken: first.NextToken }));
  expect([first.Rules, second.Rules].map((rules) => rules?.map(({ Name }) => Name))).toEqual([['a', 'b'], ['c']]);
  expect(second.NextToken).toBeUndefined();
  await putRule('sales');
  await putTargets({ Id: 'q', Arn: QUEUE });
  const names = await client.send(new ListRuleNamesByTargetCommand({ TargetArn: QUEUE }));
  expect(names.RuleNames).toEqual(['sales']);
  await expect(client.send(new ListRulesCommand({ NextToken: 'x' }))).rejects.toMatchObject(refused(/NextToken/));
});

test('a target is told as it was put', async () => {
  const target: Target = {
    Id: 't',
    Arn: MACHINE,
    RoleArn: ROLE,
    InputTransformer: { InputPathsMap: { n: '$.detail.n' }, InputTemplate: '{"n": <n>}' },
    DeadLetterConfig: { Arn: DEAD },
    RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 60 },
  };
  await putRule('sales');
  expect(await putTargets(target)).toMatchObject({ FailedEntryCount: 0, FailedEntries: [] });
  const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'sales' }));
  expect(Targets).toEqual([target]);
});

describe('a target is refused', () => {
  test.each<[string, Target, RegExp]>([
    ['of a service that is not there', { Id: 't', Arn: 'arn:aws:kinesis:us-east-1:000000000000:stream/s' }, /kinesis/],
    ['that is no ARN', { Id: 't', Arn: 'queue' }, /not in correct format/],
    ['of another account', { Id: 't', Arn: 'arn:aws:sqs:us-east-1:111111111111:q' }, /111111111111/],
    ['that is a workflow without a role', { Id: 't', Arn: MACHINE }, /RoleArn is required/],
    ['that keeps its order without a group', { Id: 't', Arn: `${QUEUE}.fifo` }, /MessageGroupId must be specified/],
    ['with two inputs', { Id: 't', Arn: QUEUE, Input: '{}', InputPath: '$' }, /Only one of Input/],
    ['with an input that is no JSON', { Id: 't', Arn: QUEUE, Input: '{' }, /JSON syntax error/],
    [
      'with a template that is no JSON',
      { Id: 't', Arn: QUEUE, InputTransformer: { InputTemplate: 'sold <n>' } },
      /InputTemplate/,
    ],
    ['with a path that is none', { Id: 't', Arn: QUEUE, InputPath: 'detail' }, /jsonPath/],
    ['with too many retries', { Id: 't', Arn: QUEUE, RetryPolicy: { MaximumRetryAttempts: 200 } }, /185/],
    [
      'with parameters of another service',
      { Id: 't', Arn: QUEUE, EcsParameters: { TaskDefinitionArn: 'x' } },
      /EcsParameters/,
    ],
    ['with an id that is none', { Id: 'a b', Arn: QUEUE }, /regular expression/],
  ])('%s', async (_, target, message) => {
    await putRule('sales');
    await expect(putTargets(target)).rejects.toMatchObject(refused(message));
    expect((await client.send(new ListTargetsByRuleCommand({ Rule: 'sales' }))).Targets).toEqual([]);
  });

  test('beyond the fifth', async () => {
    await putRule('sales');
    const targets = ['1', '2', '3', '4', '5', '6'].map((Id) => ({ Id, Arn: QUEUE }));
    await expect(putTargets(...targets)).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  test('whose role the caller may not pass', async () => {
    const arn = 'arn:aws:iam::000000000000:role/editor';
    const inline = [{ Effect: 'Allow' as const, Action: 'events:*', Resource: '*' }];
    harness.identities.putRole({ arn, name: 'editor', id: 'EDITOR', trust: [], managedPolicyArns: [], inline });
    const editor = new EventBridgeClient({
      ...harness.client,
      credentials: harness.identities.sessionFor(arn, 'test'),
    });
    await putRule('sales');
    const put = (target: Target) => editor.send(new PutTargetsCommand({ Rule: 'sales', Targets: [target] }));
    await put({ Id: 'q', Arn: QUEUE });
    await expect(put({ Id: 'm', Arn: MACHINE, RoleArn: ROLE })).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('iam:PassRole'),
    });
    editor.destroy();
  });
});

describe('a rule is refused', () => {
  test.each<[string, object, string]>([
    ['without pattern and schedule', { EventPattern: undefined }, 'ValidationException'],
    ['with a pattern that is none', { EventPattern: '{"source":"shop"}' }, 'InvalidEventPatternException'],
    ['with a schedule that is none', { ScheduleExpression: 'rate(1 minutes)' }, 'ValidationException'],
    ['with a time, which only Scheduler has', { ScheduleExpression: 'at(2026-01-01T00:00:00)' }, 'ValidationException'],
    ['with a state that is none', { State: 'ON' }, 'ValidationException'],
    ['on a bus that is not there', { EventBusName: 'none' }, 'ResourceNotFoundException'],
  ])('%s', async (_, more, name) => {
    await expect(putRule('sales', more)).rejects.toMatchObject({ name });
  });

  test('with a schedule on another bus', async () => {
    await client.send(new CreateEventBusCommand({ Name: 'own' }));
    const more = { EventBusName: 'own', EventPattern: undefined, ScheduleExpression: 'rate(1 day)' };
    await expect(putRule('sales', more)).rejects.toMatchObject(refused(/only on the default event bus/));
  });
});

describe('a bus', () => {
  test('is made, told, described anew and deleted', async () => {
    await client.send(new CreateEventBusCommand({ Name: 'own', Description: 'mine' }));
    await expect(client.send(new CreateEventBusCommand({ Name: 'own' }))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
    });
    await client.send(new UpdateEventBusCommand({ Name: 'own', Description: 'ours' }));
    expect(await client.send(new DescribeEventBusCommand({ Name: 'own' }))).toMatchObject({
      Arn: 'arn:aws:events:us-east-1:000000000000:event-bus/own',
      Description: 'ours',
    });
    const { EventBuses = [] } = await client.send(new ListEventBusesCommand({}));
    expect(EventBuses.map(({ Name }) => Name)).toEqual(['default', 'own']);
    await putRule('r', { EventBusName: 'own' });
    await expect(client.send(new DeleteEventBusCommand({ Name: 'own' }))).rejects.toMatchObject(refused(/rules/));
    await client.send(new DeleteRuleCommand({ Name: 'r', EventBusName: 'own' }));
    await client.send(new DeleteEventBusCommand({ Name: 'own' }));
    await expect(client.send(new DeleteEventBusCommand({ Name: 'default' }))).rejects.toMatchObject(refused(/default/));
  });

  test('has a policy of statements', async () => {
    const grant = { Action: 'events:PutEvents', Principal: '*', StatementId: 'all' };
    await client.send(new PutPermissionCommand(grant));
    const { Policy } = await client.send(new DescribeEventBusCommand({}));
    expect(JSON.parse(Policy ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'all',
          Effect: 'Allow',
          Principal: '*',
          Action: 'events:PutEvents',
          Resource: 'arn:aws:events:us-east-1:000000000000:event-bus/default',
        },
      ],
    });
    await expect(client.send(new RemovePermissionCommand({ StatementId: 'x' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await client.send(new RemovePermissionCommand({ StatementId: 'all' }));
    expect((await client.send(new DescribeEventBusCommand({}))).Policy).toBeUndefined();
    await expect(client.send(new PutPermissionCommand({ Policy: '{' }))).rejects.toMatchObject(refused(/JSON/));
  });
});

test('rules and buses have tags', async () => {
  const { RuleArn: ResourceARN = '' } = await putRule('sales', { Tags: [{ Key: 'a', Value: '1' }] });
  await client.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'b', Value: '2' }] }));
  await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['a'] }));
  expect((await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags).toEqual([{ Key: 'b', Value: '2' }]);
  const missing = ResourceARN.replace('sales', 'none');
  await expect(client.send(new ListTagsForResourceCommand({ ResourceARN: missing }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
