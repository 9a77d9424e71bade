import { length } from '../../aws/constraints.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../../aws/tag-store.ts';
import { TAGS } from '../shapes.ts';
import type { CloudWatch } from '../state.ts';
import { tagged } from './tagged.ts';

const SHAPE = { ResourceARN: needed(text(length(1, 1024))), Tags: needed(TAGS) };

type Input = { ResourceARN: string; Tags: Tag[] };

export const tagResource = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceARN }: Input) => [{ action: 'cloudwatch:TagResource', resource: String(ResourceARN) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    cloudWatch.tags.keep(tagged(cloudWatch, input.ResourceARN), input.Tags);
    return {};
  },
});
