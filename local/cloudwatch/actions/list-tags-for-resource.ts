import { length } from '../../aws/constraints.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { CloudWatch } from '../state.ts';
import { tagged } from './tagged.ts';

const SHAPE = { ResourceARN: needed(text(length(1, 1024))) };

type Input = { ResourceARN: string };

export const listTagsForResource = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceARN }: Input) => [
    { action: 'cloudwatch:ListTagsForResource', resource: String(ResourceARN) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    return { Tags: cloudWatch.tags.of(tagged(cloudWatch, input.ResourceARN)) };
  },
});
