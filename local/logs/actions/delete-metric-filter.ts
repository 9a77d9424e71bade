import { AwsError } from '../../aws/error.ts';
import { needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME, STREAM_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { logGroupName: needed(GROUP_NAME), filterName: needed(STREAM_NAME) };

type Input = { logGroupName: string; filterName: string };

export const deleteMetricFilter = ({ filters, arnOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ logGroupName }: Input) => [
    { action: 'logs:DeleteMetricFilter', resource: arnOf(String(logGroupName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    if (!filters.remove(groupOf(input).name, input.filterName))
      throw new AwsError('ResourceNotFoundException', 'The specified metric filter does not exist.');
    return {};
  },
});
