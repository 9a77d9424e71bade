import { length } from '../../aws/constraints.ts';
import { checkInput, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Scheduler } from '../state.ts';
import { taggedGroup } from '../tags.ts';

const SHAPE = {
  ResourceArn: needed(text(length(1, 1011))),
  TagKeys: needed(list(text(length(1, 128)), length(0, 50))),
};

type Input = { ResourceArn: string; TagKeys: string[] };

/** Takes tags off a group; one that it has not is no error. */
export const untagResource = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceArn }: Input) => [{ action: 'scheduler:UntagResource', resource: ResourceArn }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { arn } = taggedGroup(scheduler, input.ResourceArn);
    for (const key of input.TagKeys) scheduler.groups.untag(arn, key);
    return {};
  },
});
