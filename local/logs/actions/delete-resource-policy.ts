import { AwsError } from '../../aws/error.ts';
import { needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { policyName: needed(text()) };

type Input = { policyName: string };

export const deleteResourcePolicy = ({ policies }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'logs:DeleteResourcePolicy', resource: '*' }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    if (!policies.remove(input.policyName))
      throw new AwsError('ResourceNotFoundException', `Policy with name [${input.policyName}] does not exist.`);
    return {};
  },
});
