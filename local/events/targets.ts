import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { servicePrincipal } from '../iam/service-principal.ts';
import type { Event } from './event.ts';
import { FORWARDED } from './forwarded.ts';
import type { Rule, Target } from './rule.ts';

export type TargetOptions = {
  cloud: () => Cloud;
  clock: Clock;
  accountId: string;
  /** A role as EventBridge takes it on for a rule. Throws where the role is not there or does not trust EventBridge. */
  principalOf: (roleArn: string, ruleArn: string) => Principal;
};

export type Delivery = { rule: Rule; target: Target; input: string; event: Event };

type Request = { service: string; operation: string; input: object };

type Make = (delivery: Delivery, now: number) => readonly Request[];

const logGroup = (arn: string): string => arn.split(':log-group:')[1]?.replace(/:\*$/, '') ?? '';

/** The calls that deliver, by the service in a target's ARN. */
const TARGETS: Readonly<Record<string, Make>> = {
  lambda: ({ target, input }) => [
    {
      service: 'lambda',
      operation: 'Invoke',
      input: { FunctionName: target.Arn, InvocationType: 'Event', Payload: input },
    },
  ],
  states: ({ target, input }) => [
    { service: 'states', operation: 'StartExecution', input: { stateMachineArn: target.Arn, input } },
  ],
  sqs: ({ target, input }) => [
    {
      service: 'sqs',
      operation: 'SendMessage',
      input: { QueueUrl: target.Arn, MessageBody: input, ...target.SqsParameters },
    },
  ],
  sns: ({ target, input }) => [
    { service: 'sns', operation: 'Publish', input: { TopicArn: target.Arn, Message: input } },
  ],
  events: ({ target, event }) => [
    {
      service: 'events',
      operation: 'PutEvents',
      input: {
        Entries: [
          { Source: event.source, DetailType: event['detail-type'], EventBusName: target.Arn, [FORWARDED]: event },
        ],
      },
    },
  ],
  logs: ({ target, input }, now) => {
    const [logGroupName, logStreamName] = [logGroup(target.Arn), randomUUID()];
    return [
      { service: 'logs', operation: 'CreateLogStream', input: { logGroupName, logStreamName } },
      {
        service: 'logs',
        operation: 'PutLogEvents',
        input: { logGroupName, logStreamName, logEvents: [logEvent(input, now)] },
      },
    ];
  },
};

/** What EventBridge delivers to here. */
export const TARGET_SERVICES = Object.keys(TARGETS);

/** A transformed input may say time and message itself. */
const logEvent = (input: string, now: number): object => {
  try {
    const { timestamp, message } = JSON.parse(input);
    if (typeof timestamp === 'number' && typeof message === 'string') return { timestamp, message };
  } catch {
    // The whole input is the message.
  }
  return { timestamp: now, message: input };
};

/** Hands one input to one target, as its role, or as EventBridge itself where a resource's policy lets it in. */
export const createDeliver =
  ({ cloud, principalOf, accountId, clock }: TargetOptions) =>
  async (delivery: Delivery): Promise<void> => {
    const { rule, target } = delivery;
    const make = TARGETS[target.Arn.split(':')[2] ?? ''];
    if (!make) throw new AwsError('UnsupportedTarget', `The embedded runtime cannot deliver to ${target.Arn}.`);
    const roleArn = target.RoleArn ?? rule.roleArn;
    const principal = roleArn
      ? takenOn(() => principalOf(roleArn, rule.arn))
      : servicePrincipal('events.amazonaws.com', rule.arn, accountId);
    for (const { service, operation, input } of make(delivery, clock.now()))
      await cloud().call(service, operation, input, principal);
  };

const takenOn = (take: () => Principal): Principal => {
  try {
    return take();
  } catch (cause) {
    throw new AwsError('FailedToAssumeRole', (cause as Error).message, 403);
  }
};
