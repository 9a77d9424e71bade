import { needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_IDENTIFIER } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { resourceArn: needed(GROUP_IDENTIFIER) };

type Input = { resourceArn: string };

export const listTagsForResource = ({ arnOf, nameOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ resourceArn }: Input) => [
    { action: 'logs:ListTagsForResource', resource: arnOf(nameOf({ logGroupIdentifier: String(resourceArn) })) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    return { tags: groupOf({ logGroupIdentifier: input.resourceArn }).tags };
  },
});
