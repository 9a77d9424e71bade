import { length } from '../../aws/constraints.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Scheduler } from '../state.ts';
import { taggedGroup } from '../tags.ts';

const SHAPE = { ResourceArn: needed(text(length(1, 1011))) };

type Input = { ResourceArn: string };

/** The tags of a group. */
export const listTagsForResource = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceArn }: Input) => [{ action: 'scheduler:ListTagsForResource', resource: ResourceArn }],
  run(input: Input) {
    checkInput(SHAPE, input);
    return { Tags: scheduler.groups.tags(taggedGroup(scheduler, input.ResourceArn).arn) };
  },
});
