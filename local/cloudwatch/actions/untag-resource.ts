import { length } from '../../aws/constraints.ts';
import { checkInput, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { CloudWatch } from '../state.ts';
import { tagged } from './tagged.ts';

const SHAPE = { ResourceARN: needed(text(length(1, 1024))), TagKeys: needed(list(text(length(1, 128)))) };

type Input = { ResourceARN: string; TagKeys: string[] };

export const untagResource = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceARN }: Input) => [{ action: 'cloudwatch:UntagResource', resource: String(ResourceARN) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const arn = tagged(cloudWatch, input.ResourceARN);
    for (const key of input.TagKeys) cloudWatch.tags.remove(arn, key);
    return {};
  },
});
