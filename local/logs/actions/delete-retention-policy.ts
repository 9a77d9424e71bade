import { needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { logGroupName: needed(GROUP_NAME) };

type Input = { logGroupName: string };

/** Lets a group keep its lines for ever. */
export const deleteRetentionPolicy = ({ store, arnOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ logGroupName }: Input) => [
    { action: 'logs:DeleteRetentionPolicy', resource: arnOf(String(logGroupName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    store.putGroup({ name: groupOf(input).name, retentionDays: undefined });
    return {};
  },
});
