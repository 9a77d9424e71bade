import { list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_IDENTIFIER } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { resourceArn: needed(GROUP_IDENTIFIER), tagKeys: needed(list(text())) };

type Input = { resourceArn: string; tagKeys: string[] };

export const untagResource = ({ store, arnOf, nameOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ resourceArn }: Input) => [
    { action: 'logs:UntagResource', resource: arnOf(nameOf({ logGroupIdentifier: String(resourceArn) })) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const group = groupOf({ logGroupIdentifier: input.resourceArn });
    const left = Object.entries(group.tags).filter(([key]) => !input.tagKeys.includes(key));
    store.putGroup({ name: group.name, tags: Object.fromEntries(left) });
    return {};
  },
});
