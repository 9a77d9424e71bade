import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  ListTagsForResourceCommand,
  paginateListSchedules,
  SchedulerClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { DEAD, type OpenScheduler, openScheduler, QUEUE, ROLE, scheduleInput } from './testing.ts';

let scheduler: OpenScheduler;
let harness: Harness;
let client: SchedulerClient;
beforeEach(async () => {
  scheduler = openScheduler({ start: '2026-01-01T00:00:00Z' });
  scheduler.resume();
  harness = await openHarness({ services: () => [scheduler.service] });
  client = new SchedulerClient(harness.client);
});
afterEach(async () => {
  client.destroy();
  await harness.close();
  await scheduler.close();
});

const NOON = 'at(2026-01-01T12:00:00)';
const input = (name: string, more: object = {}): CreateScheduleCommandInput =>
  scheduleInput(name, NOON, {}, more) as CreateScheduleCommandInput;
const create = (name: string, more: object = {}) => client.send(new CreateScheduleCommand(input(name, more)));

test('a schedule is told with its defaults', async () => {
  const { ScheduleArn } = await create('launch');
  expect(ScheduleArn).toBe('arn:aws:scheduler:us-east-1:000000000000:schedule/default/launch');
  const { $metadata: _, ...told } = await client.send(new GetScheduleCommand({ Name: 'launch' }));
  expect(told).toEqual({
    Arn: ScheduleArn,
    GroupName: 'default',
    Name: 'launch',
    ActionAfterCompletion: 'NONE',
    CreationDate: new Date('2026-01-01T00:00:00Z'),
    LastModificationDate: new Date('2026-01-01T00:00:00Z'),
    FlexibleTimeWindow: { Mode: 'OFF' },
    ScheduleExpression: NOON,
    ScheduleExpressionTimezone: 'UTC',
    State: 'ENABLED',
    Target: {
      Arn: QUEUE,
      RoleArn: ROLE,
      Input: 'x',
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    },
  });
});

test('an update replaces all settings', async () => {
  const dates = { StartDate: new Date('2026-02-01T00:00:00Z'), EndDate: new Date('2026-03-01T00:00:00Z') };
  await create('beat', { ScheduleExpression: 'rate(1 hour)', Description: 'first', ...dates });
  expect(await client.send(new GetScheduleCommand({ Name: 'beat' }))).toMatchObject(dates);
  await client.send(
    new UpdateScheduleCommand({
      ...input('beat', { ScheduleExpression: 'rate(2 hours)', State: 'DISABLED' }),
      Target: { Arn: QUEUE, RoleArn: ROLE, DeadLetterConfig: { Arn: DEAD } },
    }),
  );
  const told = await client.send(new GetScheduleCommand({ Name: 'beat' }));
  expect(told).toMatchObject({ ScheduleExpression: 'rate(2 hours)', State: 'DISABLED' });
  expect([told.Description, told.StartDate, told.Target?.Input, told.Target?.DeadLetterConfig]).toEqual([
    undefined,
    undefined,
    undefined,
    { Arn: DEAD },
  ]);
});

test('schedules are listed in pages, by group, beginning and state', async () => {
  await client.send(new CreateScheduleGroupCommand({ Name: 'releases' }));
  for (const name of ['a1', 'a2', 'b1']) await create(name);
  await create('a3', { GroupName: 'releases', State: 'DISABLED' });
  const pages: (string | undefined)[][] = [];
  for await (const { Schedules = [] } of paginateListSchedules({ client, pageSize: 2 }, {}))
    pages.push(Schedules.map(({ Name }) => Name));
  expect(pages).toEqual([
    ['a1', 'a2'],
    ['b1', 'a3'],
  ]);
  const names = async (more: object) =>
    (await client.send(new ListSchedulesCommand(more))).Schedules?.map(({ Name }) => Name);
  expect(await names({ GroupName: 'releases' })).toEqual(['a3']);
  expect(await names({ NamePrefix: 'a' })).toEqual(['a1', 'a2', 'a3']);
  expect(await names({ State: 'DISABLED' })).toEqual(['a3']);
  await expect(names({ GroupName: 'none' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(names({ NextToken: 'x' })).rejects.toMatchObject({ name: 'ValidationException' });
});

test('a group holds schedules and tags, and takes its schedules with it', async () => {
  const Tags = [{ Key: 'team', Value: 'launch' }];
  const { ScheduleGroupArn = '' } = await client.send(new CreateScheduleGroupCommand({ Name: 'releases', Tags }));
  await create('launch', { GroupName: 'releases' });
  await client.send(new TagResourceCommand({ ResourceArn: ScheduleGroupArn, Tags: [{ Key: 'title', Value: 'x' }] }));
  await client.send(new UntagResourceCommand({ ResourceArn: ScheduleGroupArn, TagKeys: ['team'] }));
  const tags = await client.send(new ListTagsForResourceCommand({ ResourceArn: ScheduleGroupArn }));
  expect(tags.Tags).toEqual([{ Key: 'title', Value: 'x' }]);
  const group = await client.send(new GetScheduleGroupCommand({ Name: 'releases' }));
  expect(group).toMatchObject({ Arn: ScheduleGroupArn, Name: 'releases', State: 'ACTIVE' });
  const { ScheduleGroups = [] } = await client.send(new ListScheduleGroupsCommand({}));
  expect(ScheduleGroups.map(({ Name }) => Name)).toEqual(['default', 'releases']);
  await client.send(new DeleteScheduleGroupCommand({ Name: 'releases' }));
  await expect(client.send(new GetScheduleCommand({ Name: 'launch', GroupName: 'releases' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await expect(client.send(new DeleteScheduleGroupCommand({ Name: 'default' }))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

describe('what is refused', () => {
  test('a name that is taken, unless it is the same request again', async () => {
    const first = await create('launch', { ClientToken: 'one' });
    expect((await create('launch', { ClientToken: 'one' })).ScheduleArn).toBe(first.ScheduleArn);
    await expect(create('launch')).rejects.toMatchObject({
      name: 'ConflictException',
      message: 'Schedule launch already exists.',
      $metadata: { httpStatusCode: 409 },
    });
    await expect(create('other', { ClientToken: 'one' })).rejects.toMatchObject({ name: 'ConflictException' });
  });

  test('a schedule that is not there', async () => {
    for (const command of [new GetScheduleCommand({ Name: 'none' }), new DeleteScheduleCommand({ Name: 'none' })]) {
      await expect(client.send(command as GetScheduleCommand)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: 'Schedule none does not exist.',
        $metadata: { httpStatusCode: 404 },
      });
    }
    await expect(create('x', { GroupName: 'none' })).rejects.toThrow('Schedule group none does not exist.');
  });

  test('to hand over a role that the caller may not pass', async () => {
    const arn = 'arn:aws:iam::000000000000:role/editor';
    const allow = (Action: string, Resource: string) => ({ Effect: 'Allow' as const, Action, Resource });
    const role = { arn, name: 'editor', id: 'EDITOR', trust: [], managedPolicyArns: [] };
    harness.identities.putRole({ ...role, inline: [allow('scheduler:*', '*')] });
    const editor = new SchedulerClient({ ...harness.client, credentials: harness.identities.sessionFor(arn, 'test') });
    await expect(editor.send(new CreateScheduleCommand(input('launch')))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('iam:PassRole'),
    });
    harness.identities.putRole({ ...role, inline: [allow('scheduler:*', '*'), allow('iam:PassRole', ROLE)] });
    await editor.send(new CreateScheduleCommand(input('launch')));
    editor.destroy();
  });
});
