import { length } from '../../aws/constraints.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../groups.ts';
import type { Scheduler } from '../state.ts';
import { keepTags, TAGS, taggedGroup } from '../tags.ts';

const SHAPE = { ResourceArn: needed(text(length(1, 1011))), Tags: needed(TAGS) };

type Input = { ResourceArn: string; Tags: Tag[] };

/** Sets tags of a group. */
export const tagResource = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceArn }: Input) => [{ action: 'scheduler:TagResource', resource: ResourceArn }],
  run(input: Input) {
    checkInput(SHAPE, input);
    keepTags(scheduler, taggedGroup(scheduler, input.ResourceArn).arn, input.Tags);
    return {};
  },
});
