import { AwsError } from '../../aws/error.ts';
import type { ScheduleInput } from '../settings.ts';
import type { Scheduler } from '../state.ts';
import { serviceOf, TEMPLATED_SERVICES } from './request.ts';
import { onlyReads, universalAction, universalOperation } from './universal.ts';

type Target = ScheduleInput['Target'];

const refuse = (message: string): AwsError => new AwsError('ValidationException', message, 400);

/** Throws `ValidationException` for a target that Scheduler, or the runtime, does not invoke. */
export const checkTarget = (scheduler: Scheduler, target: Target, sourceGroup: string): void => {
  const service = serviceOf(target.Arn);
  if (service === 'scheduler') checkUniversal(scheduler, target);
  else if (!/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+$/.test(target.Arn))
    throw refuse(`Provided Arn is not in correct format. ${target.Arn}`);
  else if (!TEMPLATED_SERVICES.includes(service))
    throw refuse(
      `The embedded runtime does not invoke targets of the service ${service}; it invokes ${TEMPLATED_SERVICES.join(', ')} and universal targets (arn:aws:scheduler:::aws-sdk:…).`,
    );
  checkParameters(target, service);
  if (target.Input !== undefined && ['lambda', 'states', 'events', 'scheduler'].includes(service))
    checkJson(target.Input);
  try {
    scheduler.assume(target.RoleArn, sourceGroup);
  } catch {
    throw refuse('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
  }
};

const checkParameters = ({ Arn, SqsParameters, EventBridgeParameters }: Target, service: string): void => {
  if (SqsParameters && service !== 'sqs') throw refuse(`SqsParameters cannot be used with the target ${Arn}.`);
  if (EventBridgeParameters && service !== 'events')
    throw refuse(`EventBridgeParameters cannot be used with the target ${Arn}.`);
  if (service === 'events' && !EventBridgeParameters)
    throw refuse(`EventBridgeParameters must be specified for the target ${Arn}.`);
  if (service === 'sqs' && Arn.endsWith('.fifo') && SqsParameters?.MessageGroupId === undefined)
    throw refuse(`SqsParameters with a MessageGroupId must be specified for the target ${Arn}.`);
};

const checkUniversal = (scheduler: Scheduler, { Arn, Input = '{}' }: Target): void => {
  const named = universalAction(Arn);
  if (!named) throw refuse(`Provided Arn is not in correct format. ${Arn}`);
  const { sdk, action } = named;
  if (!/^[a-z]/.test(action) || onlyReads(action))
    throw refuse(`The action ${sdk}:${action} is not supported as a target.`);
  const { service, operation } = universalOperation(sdk, action);
  if (!scheduler.cloud().operations(service)?.includes(operation))
    throw refuse(`The embedded runtime has no operation ${service}:${operation}.`);
  checkJson(Input);
};

const checkJson = (input: string): void => {
  // Attributes of the invocation may stand where a number would.
  const filled = input.replace(/<aws\.scheduler\.[a-z-]+>/g, '0');
  try {
    JSON.parse(filled);
  } catch {
    throw refuse('The Input of the target must be valid JSON.');
  }
};
