import { AwsError } from '../../aws/error.ts';
import type { Operation, Permission } from '../../aws/service.ts';
import { passRole } from '../../iam/pass-role.ts';
import type { Core } from '../core.ts';

/** What a machine that logs needs of its role. @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy */
const LOG_DELIVERY = [
  'CreateLogDelivery',
  'GetLogDelivery',
  'UpdateLogDelivery',
  'DeleteLogDelivery',
  'ListLogDeliveries',
  'PutResourcePolicy',
  'DescribeResourcePolicies',
  'DescribeLogGroups',
];

/** What a machine needs that waits for executions of others: Step Functions hears of their end by a rule that it manages. @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html */
const MANAGED_RULE = ['PutTargets', 'PutRule', 'DescribeRule'];
const WAITS_FOR_OTHERS = /"arn:aws[\w-]*:states:::states:startExecution\.sync(:2)?"/;

type Machine = { role_arn: string; logging: string; definition: string };

/**
 * Throws `AccessDeniedException` where Step Functions may not take on the role of a machine, or the role may not have the
 * machine's log delivered or its rule managed, as AWS does when the machine is made.
 */
export const checkMachineRole = (core: Core, { role_arn, logging, definition }: Machine): void => {
  const role = roleOf(core, role_arn);
  const require = (actions: readonly string[], resource: string, message: string): void => {
    for (const action of actions) {
      const refused = core.cloud().refusalOf('states', role, { action, resource });
      if (!refused) continue;
      const hint = refused.message.split('\n')[1];
      throw new AwsError('AccessDeniedException', [message, ...(hint ? [hint] : [])].join('\n'));
    }
  };
  const log = JSON.parse(logging) as { level?: string; destinations?: unknown[] };
  if ((log.level ?? 'OFF') !== 'OFF' && log.destinations?.length)
    require(LOG_DELIVERY.map(
      (name) => `logs:${name}`,
    ), '*', 'The state machine IAM Role is not authorized to access the Log Destination');
  if (WAITS_FOR_OTHERS.test(definition)) {
    const rule = `arn:aws:events:${core.region}:${core.accountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;
    const message = `'${role_arn}' is not authorized to create managed-rule.`;
    require(MANAGED_RULE.map((name) => `events:${name}`), rule, message);
  }
};

const roleOf = (core: Core, roleArn: string) => {
  try {
    return core.principalOf(roleArn);
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'NoSuchEntity') throw error;
    const message =
      'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.';
    throw new AwsError('AccessDeniedException', `${message}\nHint: the role ${roleArn} does not exist.`);
  }
};

/** Whoever gives a machine a role must be allowed to pass that role to Step Functions. */
export const passMachineRole = (roleArn: unknown): Permission[] => passRole(roleArn, 'states.amazonaws.com');

/** An operation that also asks for the right to pass the role of its input. */
export const withPassRole = ({ permissions, ...operation }: Operation): Operation => ({
  ...operation,
  permissions: (input, context) => [...permissions(input, context), ...passMachineRole(input.roleArn)],
});
