import { length } from '../../aws/constraints.ts';
import { checkInput, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARN } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { tagged } from '../tagged.ts';

const SHAPE = { ResourceARN: needed(ARN), TagKeys: needed(list(text(length(1, 128)))) };

type Input = { ResourceARN: string; TagKeys: string[] };

/** Takes tags off a rule or a bus; one that is not there is no error. */
export const untagResource = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceARN }: Input) => [{ action: 'events:UntagResource', resource: ResourceARN }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const arn = tagged(bridge, input.ResourceARN);
    for (const key of input.TagKeys) bridge.tags.remove(arn, key);
    return {};
  },
});
