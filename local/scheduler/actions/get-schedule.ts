import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { DEFAULT_GROUP } from '../groups.ts';
import { NAME } from '../settings.ts';
import { foundSchedule, type Scheduler, scheduleArn, seconds } from '../state.ts';

const SHAPE = { Name: needed(NAME), GroupName: NAME };

type Input = { Name: string; GroupName?: string };

/** A schedule with all its settings. */
export const getSchedule = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name, GroupName = DEFAULT_GROUP }: Input) => [
    { action: 'scheduler:GetSchedule', resource: scheduleArn(scheduler, GroupName, Name) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const schedule = foundSchedule(scheduler, input.GroupName ?? DEFAULT_GROUP, input.Name);
    const { arn, group, name, createdAt, modifiedAt } = schedule;
    const { StartDate, EndDate, ...settings } = schedule.settings;
    return {
      Arn: arn,
      GroupName: group,
      Name: name,
      ...settings,
      ...(StartDate === undefined ? {} : { StartDate: seconds(StartDate) }),
      ...(EndDate === undefined ? {} : { EndDate: seconds(EndDate) }),
      CreationDate: seconds(createdAt),
      LastModificationDate: seconds(modifiedAt),
    };
  },
});
