import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { DEFAULT_GROUP } from '../groups.ts';
import { removeGroup } from '../put-group.ts';
import { CLIENT_TOKEN, NAME } from '../settings.ts';
import { foundGroup, groupArn, type Scheduler } from '../state.ts';

const SHAPE = { Name: needed(NAME), ClientToken: CLIENT_TOKEN };

type Input = { Name: string; ClientToken?: string };

/** Deletes a group with its schedules. */
export const deleteScheduleGroup = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'The group and its schedules are gone when the answer comes: there is no state DELETING.',
  permissions: ({ Name }: Input) => [{ action: 'scheduler:DeleteScheduleGroup', resource: groupArn(scheduler, Name) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    if (input.Name === DEFAULT_GROUP)
      throw new AwsError('ValidationException', 'The default schedule group cannot be deleted.', 400);
    // The removal is a transaction of its own, and deleting twice is harmless: only the answer follows the token.
    return scheduler.tokens.once('DeleteScheduleGroup', input, () => {
      removeGroup(scheduler, foundGroup(scheduler, input.Name));
      return {};
    });
  },
});
