import { needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { logGroupName: needed(GROUP_NAME) };

type Input = { logGroupName: string };

/** Removes a group with all that is in it. */
export const deleteLogGroup = ({ store, filters, arnOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ logGroupName }: Input) => [{ action: 'logs:DeleteLogGroup', resource: arnOf(String(logGroupName)) }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const { name } = groupOf(input);
    store.removeGroup(name);
    filters.removeAll(name);
    return {};
  },
});
