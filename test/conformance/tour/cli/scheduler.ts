import { expect } from 'vitest';
import type { Aws } from '../aws.ts';
import type { Ground } from '../ground.ts';

/** A schedule: made, told, refused, deleted. */
export const scheduler = async (aws: Aws, { functionArn, roleArn }: Ground): Promise<void> => {
  const create = (name: string, expression: string): string[] => [
    ...['--name', name, '--schedule-expression', expression, '--flexible-time-window', '{"Mode":"OFF"}'],
    ...['--target', JSON.stringify({ Arn: functionArn, RoleArn: roleArn })],
  ];
  await aws.run('scheduler create-schedule', ...create('cli-one', 'rate(1 day)'));
  await aws.run('scheduler create-schedule', ...create('cli-two', 'cron(0 9 ? * MON *)'));
  const { Schedules } = await aws.run('scheduler list-schedules --name-prefix cli- --page-size 1');
  expect(Schedules).toMatchObject([{ Name: 'cli-one' }, { Name: 'cli-two' }]);
  expect(await aws.run('scheduler get-schedule --name cli-two')).toMatchObject({
    ScheduleExpression: 'cron(0 9 ? * MON *)',
    ScheduleExpressionTimezone: 'UTC',
  });
  expect(await aws.refused('scheduler create-schedule', ...create('cli-three', 'daily'))).toMatch(
    /\(ValidationException\)/,
  );
  await aws.run('scheduler delete-schedule --name cli-one');
  expect(await aws.refused('scheduler get-schedule --name cli-one')).toMatch(/\(ResourceNotFoundException\)/);
};
