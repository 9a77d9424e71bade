import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../groups.ts';
import { insertGroup } from '../put-group.ts';
import { CLIENT_TOKEN, NAME } from '../settings.ts';
import { groupArn, type Scheduler } from '../state.ts';
import { keepTags, TAGS } from '../tags.ts';

const SHAPE = { Name: needed(NAME), ClientToken: CLIENT_TOKEN, Tags: TAGS };

type Input = { Name: string; ClientToken?: string; Tags?: Tag[] };

/** Makes a group of schedules. */
export const createScheduleGroup = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: Input) => [{ action: 'scheduler:CreateScheduleGroup', resource: groupArn(scheduler, Name) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    return scheduler.tokens.once('CreateScheduleGroup', input, () => {
      if (scheduler.groups.get(input.Name))
        throw new AwsError('ConflictException', `Schedule group ${input.Name} already exists.`, 409);
      const { arn } = insertGroup(scheduler, input.Name);
      keepTags(scheduler, arn, input.Tags);
      return { ScheduleGroupArn: arn };
    });
  },
});
