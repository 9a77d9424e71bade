import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { passRole } from '../../iam/pass-role.ts';
import { DEFAULT_GROUP } from '../groups.ts';
import { insertSchedule } from '../put-schedule.ts';
import { SCHEDULE, type ScheduleInput, settingsOf, WITHOUT_EFFECT } from '../settings.ts';
import { foundGroup, type Scheduler, scheduleArn } from '../state.ts';

/** Makes a schedule, which counts from now. */
export const createSchedule = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SCHEDULE),
  withoutEffect: WITHOUT_EFFECT,
  differs:
    'Invocations start at the very moment, not within its minute. A one-time schedule whose time has passed runs at once. Targets are Lambda, Step Functions, SQS, SNS, EventBridge and universal targets of services that the runtime has.',
  permissions: ({ Name, GroupName = DEFAULT_GROUP, Target }: ScheduleInput) => [
    { action: 'scheduler:CreateSchedule', resource: scheduleArn(scheduler, GroupName, Name) },
    ...passRole(Target?.RoleArn, 'scheduler.amazonaws.com'),
  ],
  run: (input: ScheduleInput) =>
    scheduler.tokens.once('CreateSchedule', input, () => {
      const { Name, GroupName = DEFAULT_GROUP } = input;
      const group = foundGroup(scheduler, GroupName);
      const settings = settingsOf(scheduler, input, group.arn);
      if (scheduler.schedules.get(scheduleArn(scheduler, GroupName, Name)))
        throw new AwsError('ConflictException', `Schedule ${Name} already exists.`, 409);
      return { ScheduleArn: insertSchedule(scheduler, GroupName, Name, settings).arn };
    }),
});
