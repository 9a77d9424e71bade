import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { map, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_IDENTIFIER } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { resourceArn: needed(GROUP_IDENTIFIER), tags: needed(map(text(length(0, 256)), length(1, 50))) };

/** Most tags of a group. */
const MOST_TAGS = 50;

type Input = { resourceArn: string; tags: Record<string, string> };

export const tagResource = ({ store, arnOf, nameOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ resourceArn }: Input) => [
    { action: 'logs:TagResource', resource: arnOf(nameOf({ logGroupIdentifier: String(resourceArn) })) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const group = groupOf({ logGroupIdentifier: input.resourceArn });
    const tags = { ...group.tags, ...input.tags };
    if (Object.keys(tags).length > MOST_TAGS)
      throw new AwsError('TooManyTagsException', `A resource can have at most ${MOST_TAGS} tags.`);
    store.putGroup({ name: group.name, tags });
    return {};
  },
});
