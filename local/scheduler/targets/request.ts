import type { ScheduleTarget } from '../schedule.ts';
import { universalRequest } from './universal.ts';

/** The call that a target means. */
export type Request = { service: string; operation: string; input: Record<string, unknown> };

/** What a schedule hands to its target, once its input is made. */
export type Invocation = { input: string; scheduleArn: string; scheduledAt: number };

type Make = (target: ScheduleTarget, invocation: Invocation) => Request;

/** Templated targets, by the service in their ARN. @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html */
const TEMPLATED: Readonly<Record<string, Make>> = {
  lambda: ({ Arn }, { input }) => ({
    service: 'lambda',
    operation: 'Invoke',
    input: { FunctionName: Arn, InvocationType: 'Event', Payload: input },
  }),
  states: ({ Arn }, { input }) => ({
    service: 'states',
    operation: 'StartExecution',
    input: { stateMachineArn: Arn, input },
  }),
  sqs: ({ Arn, SqsParameters }, { input }) => ({
    service: 'sqs',
    operation: 'SendMessage',
    input: { QueueUrl: Arn, MessageBody: input, ...SqsParameters },
  }),
  sns: ({ Arn }, { input }) => ({ service: 'sns', operation: 'Publish', input: { TopicArn: Arn, Message: input } }),
  events: ({ Arn, EventBridgeParameters }, { input, scheduleArn, scheduledAt }) => ({
    service: 'events',
    operation: 'PutEvents',
    input: {
      Entries: [
        {
          ...EventBridgeParameters,
          Detail: input,
          EventBusName: Arn,
          Resources: [scheduleArn],
          Time: scheduledAt / 1000,
        },
      ],
    },
  }),
};

export const TEMPLATED_SERVICES = Object.keys(TEMPLATED);

/** The service in an ARN. */
export const serviceOf = (arn: string): string => arn.split(':')[2] ?? '';

/** The call that an invocation makes. */
export const requestOf = (target: ScheduleTarget, invocation: Invocation): Request => {
  const make = TEMPLATED[serviceOf(target.Arn)];
  return make ? make(target, invocation) : universalRequest(target.Arn, invocation.input);
};
