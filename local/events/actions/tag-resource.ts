import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../../aws/tag-store.ts';
import { ARN, TAGS } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { tagged } from '../tagged.ts';

const SHAPE = { ResourceARN: needed(ARN), Tags: needed(TAGS) };

type Input = { ResourceARN: string; Tags: Tag[] };

/** Sets tags of a rule or a bus. */
export const tagResource = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceARN }: Input) => [{ action: 'events:TagResource', resource: ResourceARN }],
  run(input: Input) {
    checkInput(SHAPE, input);
    bridge.tags.keep(tagged(bridge, input.ResourceARN), input.Tags);
    return {};
  },
});
