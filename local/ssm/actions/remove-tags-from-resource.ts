import { length } from '../../aws/constraints.ts';
import { checkInput, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { TAGGED } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';
import { tagged } from './tagged.ts';

const SHAPE = { ...TAGGED, TagKeys: needed(list(text(length(1, 128)))) };

type Input = { ResourceType: string; ResourceId: string; TagKeys: string[] };

export const removeTagsFromResource = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ResourceId }: Input) => [
    { action: 'ssm:RemoveTagsFromResource', resource: parameterArn(ssm, String(ResourceId)) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const name = tagged(ssm, input.ResourceId);
    for (const key of input.TagKeys) ssm.store.untag(name, key);
    return {};
  },
});
