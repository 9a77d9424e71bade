import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { TAGGED } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';
import { tagged } from './tagged.ts';

type Input = { ResourceType: string; ResourceId: string };

export const listTagsForResource = (ssm: Ssm): Operation => ({
  members: Object.keys(TAGGED),
  permissions: ({ ResourceId }: Input) => [
    { action: 'ssm:ListTagsForResource', resource: parameterArn(ssm, String(ResourceId)) },
  ],
  run(input: Input) {
    checkInput(TAGGED, input);
    return { TagList: ssm.store.tags(tagged(ssm, input.ResourceId)) };
  },
});
