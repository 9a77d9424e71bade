import { between, length, oneOf } from '../../aws/constraints.ts';
import { checkInput, integer, text } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { NAME } from '../settings.ts';
import { foundGroup, type Scheduler, scheduleArn, seconds } from '../state.ts';

const SHAPE = {
  GroupName: NAME,
  NamePrefix: NAME,
  State: text(oneOf(['ENABLED', 'DISABLED'])),
  MaxResults: integer(between(1, 100)),
  NextToken: text(length(1, 2048)),
};

type Input = { GroupName?: string; NamePrefix?: string; State?: string; MaxResults?: number; NextToken?: string };

/** Schedules by group and name, in pages. */
export const listSchedules = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ GroupName = '*' }: Input) => [
    { action: 'scheduler:ListSchedules', resource: scheduleArn(scheduler, GroupName, '*') },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { GroupName: group, NamePrefix: prefix = '', State: state, MaxResults = 100, NextToken } = input;
    if (group !== undefined) foundGroup(scheduler, group);
    const after = pageStart<[string, string]>('schedules', NextToken, ['', '']);
    const found = scheduler.schedules.list({ after, group, prefix, state, limit: MaxResults + 1 });
    const page = pageOf('schedules', found, MaxResults, ({ group: grp, name }) => [grp, name]);
    return {
      Schedules: page.items.map((schedule) => ({
        Arn: schedule.arn,
        GroupName: schedule.group,
        Name: schedule.name,
        State: schedule.settings.State,
        Target: { Arn: schedule.settings.Target.Arn },
        CreationDate: seconds(schedule.createdAt),
        LastModificationDate: seconds(schedule.modifiedAt),
      })),
      ...page.more,
    };
  },
});
