import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkPolicy } from '../../iam/policy-text.ts';
import type { ResourcePolicy } from '../policies.ts';
import { checkLogsInput } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { policyName: needed(text(length(1, 255))), policyDocument: needed(text(length(1, 5120))) };

/** Most policies of an account. */
const MOST = 10;

type Input = { policyName: string; policyDocument: string };

/** Keeps a policy. Throws what AWS refuses it with. */
export const keepPolicy = ({ policies, clock }: Logs, input: Input): ResourcePolicy => {
  checkLogsInput(SHAPE, input);
  const { policyName, policyDocument } = input;
  checkPolicy(policyDocument, 'InvalidParameterException');
  if (policies.all().filter((policy) => policy.policyName !== policyName).length >= MOST)
    throw new AwsError('LimitExceededException', 'Resource limit exceeded.');
  const policy = { policyName, policyDocument, lastUpdatedTime: clock.now() };
  policies.put(policy);
  return policy;
};

/** Lets AWS services, such as EventBridge, write to groups of the account. */
export const putResourcePolicy = (logs: Logs): Operation => ({
  members: Object.keys(SHAPE),
  differs: "Policies are the account's; those of one group (resourceArn) are refused.",
  permissions: () => [{ action: 'logs:PutResourcePolicy', resource: '*' }],
  run: (input: Input) => ({ resourcePolicy: keepPolicy(logs, input) }),
});
