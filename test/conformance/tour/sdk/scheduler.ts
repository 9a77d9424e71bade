import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListTagsForResourceCommand,
  paginateListSchedules,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** A group of schedules: made, listed in pages, changed, deleted with the group. */
export const scheduler = async ({ config, functionArn, roleArn }: Ground): Promise<void> => {
  const client = new SchedulerClient(config);
  const GroupName = 'tour';
  const Tags = [{ Key: 'kind', Value: 'tour' }];
  const { ScheduleGroupArn } = await client.send(new CreateScheduleGroupCommand({ Name: GroupName, Tags }));
  expect((await client.send(new ListTagsForResourceCommand({ ResourceArn: ScheduleGroupArn }))).Tags).toEqual(Tags);
  const schedule = (Name: string) => ({
    Name,
    GroupName,
    ScheduleExpression: 'cron(0 12 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Vienna',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE' as const, MaximumWindowInMinutes: 15 },
    Target: { Arn: functionArn, RoleArn: roleArn, Input: '{"noon":true}' },
  });
  for (const Name of ['a', 'b', 'c']) await client.send(new CreateScheduleCommand(schedule(Name)));
  const names: (string | undefined)[] = [];
  for await (const { Schedules = [] } of paginateListSchedules({ client, pageSize: 2 }, { GroupName }))
    names.push(...Schedules.map(({ Name }) => Name));
  expect(names).toEqual(['a', 'b', 'c']);
  await client.send(new UpdateScheduleCommand({ ...schedule('a'), State: 'DISABLED', Description: 'off' }));
  expect(await client.send(new GetScheduleCommand({ Name: 'a', GroupName }))).toMatchObject({
    ...schedule('a'),
    State: 'DISABLED',
    Description: 'off',
  });
  await expect(
    client.send(new CreateScheduleCommand({ ...schedule('d'), ScheduleExpression: 'every noon' })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(client.send(new CreateScheduleCommand(schedule('a')))).rejects.toMatchObject({
    name: 'ConflictException',
  });
  await client.send(new DeleteScheduleCommand({ Name: 'a', GroupName }));
  await expect(client.send(new GetScheduleCommand({ Name: 'a', GroupName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await client.send(new DeleteScheduleGroupCommand({ Name: GroupName }));
  await expect(client.send(new GetScheduleGroupCommand({ Name: GroupName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  client.destroy();
};
