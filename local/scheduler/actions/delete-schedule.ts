import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { DEFAULT_GROUP } from '../groups.ts';
import { CLIENT_TOKEN, NAME } from '../settings.ts';
import { foundSchedule, type Scheduler, scheduleArn } from '../state.ts';

const SHAPE = { Name: needed(NAME), GroupName: NAME, ClientToken: CLIENT_TOKEN };

type Input = { Name: string; GroupName?: string; ClientToken?: string };

/** Deletes a schedule; an invocation that is being retried goes on. */
export const deleteSchedule = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name, GroupName = DEFAULT_GROUP }: Input) => [
    { action: 'scheduler:DeleteSchedule', resource: scheduleArn(scheduler, GroupName, Name) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    return scheduler.tokens.once('DeleteSchedule', input, () => {
      const { arn } = foundSchedule(scheduler, input.GroupName ?? DEFAULT_GROUP, input.Name);
      scheduler.schedules.remove(arn);
      scheduler.rearm();
      return {};
    });
  },
});
