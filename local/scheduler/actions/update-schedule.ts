import type { Operation } from '../../aws/service.ts';
import { passRole } from '../../iam/pass-role.ts';
import { DEFAULT_GROUP } from '../groups.ts';
import { replaceSettings } from '../put-schedule.ts';
import { SCHEDULE, type ScheduleInput, settingsOf, WITHOUT_EFFECT } from '../settings.ts';
import { foundGroup, foundSchedule, type Scheduler, scheduleArn } from '../state.ts';

/** Replaces all settings of a schedule: what is left out goes back to its default. */
export const updateSchedule = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SCHEDULE),
  withoutEffect: WITHOUT_EFFECT,
  permissions: ({ Name, GroupName = DEFAULT_GROUP, Target }: ScheduleInput) => [
    { action: 'scheduler:UpdateSchedule', resource: scheduleArn(scheduler, GroupName, Name) },
    ...passRole(Target?.RoleArn, 'scheduler.amazonaws.com'),
  ],
  run: (input: ScheduleInput) =>
    scheduler.tokens.once('UpdateSchedule', input, () => {
      const { Name, GroupName = DEFAULT_GROUP } = input;
      const group = foundGroup(scheduler, GroupName);
      const settings = settingsOf(scheduler, input, group.arn);
      const known = foundSchedule(scheduler, GroupName, Name);
      return { ScheduleArn: replaceSettings(scheduler, known, settings).arn };
    }),
});
