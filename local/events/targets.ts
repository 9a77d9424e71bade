import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import { servicePrincipal } from '../iam/service-principal.ts';
import type { Rule, Target } from './rules.ts';

/** Terminal: trying the delivery again cannot help. The name becomes `ERROR_CODE` of the dead letter. */
export class UndeliverableError extends Error {
  override name = 'UndeliverableError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type TargetOptions = {
  cloud: () => Cloud;
  accountId: string;
  /** A role as EventBridge takes it on for a rule. Throws where the role is not there or does not trust EventBridge. */
  principalOf: (roleArn: string, ruleArn: string) => Principal;
};

/** Codes that AWS does not retry. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const TERMINAL = new Set([
  'AccessDeniedException',
  'AccessDenied',
  'ResourceNotFoundException',
  'StateMachineDoesNotExist',
  'AWS.SimpleQueueService.NonExistentQueue',
  'QueueDoesNotExist',
  'NoSuchEntity',
  'ValidationException',
  'InvalidExecutionInput',
]);

/** Hands one input to one target. Throws `UndeliverableError` where no retry can help, anything else where one may. */
export const createDeliver =
  ({ cloud, principalOf, accountId }: TargetOptions) =>
  async (rule: Rule, target: Target, input: string): Promise<void> => {
    const [, , awsService] = target.arn.split(':');
    try {
      const principal = target.roleArn
        ? principalOf(target.roleArn, rule.arn)
        : servicePrincipal('events.amazonaws.com', rule.arn, accountId);
      if (awsService === 'states') {
        if (!target.roleArn)
          throw new UndeliverableError('NO_PERMISSIONS', `The target ${target.id} has no role to start ${target.arn}.`);
        await cloud().call('states', 'StartExecution', { stateMachineArn: target.arn, input }, principal);
      } else if (awsService === 'lambda') {
        await cloud().call(
          'lambda',
          'Invoke',
          { FunctionName: target.arn, InvocationType: 'Event', Payload: input },
          principal,
        );
      } else if (awsService === 'sqs') {
        const group = target.messageGroupId ? { MessageGroupId: target.messageGroupId } : {};
        await cloud().call('sqs', 'SendMessage', { QueueUrl: target.arn, MessageBody: input, ...group }, principal);
      } else {
        throw new UndeliverableError('UNSUPPORTED_TARGET', `The embedded runtime cannot deliver to ${target.arn}.`);
      }
    } catch (error) {
      if (error instanceof AwsError && TERMINAL.has(error.code)) {
        throw new UndeliverableError(error.code.includes('Denied') ? 'NO_PERMISSIONS' : 'NO_RESOURCE', error.message);
      }
      throw error;
    }
  };
