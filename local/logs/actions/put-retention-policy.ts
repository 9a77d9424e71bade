import { AwsError } from '../../aws/error.ts';
import { integer, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME, RETENTION_DAYS } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { logGroupName: needed(GROUP_NAME), retentionInDays: needed(integer()) };

type Input = { logGroupName: string; retentionInDays: number };

/** Throws `InvalidParameterException` for a number of days that no group may have. */
export const checkDays = (days: number): void => {
  if (RETENTION_DAYS.includes(days)) return;
  throw new AwsError(
    'InvalidParameterException',
    `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${RETENTION_DAYS.join(', ')}]`,
  );
};

/** Says for how many days a group keeps its lines. */
export const putRetentionPolicy = ({ store, arnOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'Lines that are too old are unseen at once, not within 72 hours.',
  permissions: ({ logGroupName }: Input) => [
    { action: 'logs:PutRetentionPolicy', resource: arnOf(String(logGroupName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    checkDays(input.retentionInDays);
    store.putGroup({ name: groupOf(input).name, retentionDays: input.retentionInDays });
    return {};
  },
});
