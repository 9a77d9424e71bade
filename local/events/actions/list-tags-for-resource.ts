import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARN } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { tagged } from '../tagged.ts';

const SHAPE = { ResourceARN: needed(ARN) };

type Input = { ResourceARN: string };

/** The tags of a rule or a bus. */
export const listTagsForResource = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceARN }: Input) => [{ action: 'events:ListTagsForResource', resource: ResourceARN }],
  run(input: Input) {
    checkInput(SHAPE, input);
    return { Tags: bridge.tags.of(tagged(bridge, input.ResourceARN)) };
  },
});
