import type { Cloud } from '../aws/service.ts';
import { servicePrincipal } from '../iam/service-principal.ts';

/** Sends a message to a queue, named by ARN, on behalf of a rule. */
export type SendDeadLetter = (
  ruleArn: string,
  queueArn: string,
  body: string,
  attributes: Readonly<Record<string, string>>,
) => Promise<void>;

/** Sends what a target did not take to a dead-letter queue, whose policy must let EventBridge in for the rule. */
export const sendTo =
  (cloud: () => Cloud, accountId: string): SendDeadLetter =>
  async (ruleArn, queueArn, body, attributes) => {
    const MessageAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    );
    const principal = servicePrincipal('events.amazonaws.com', ruleArn, accountId);
    await cloud().call('sqs', 'SendMessage', { QueueUrl: queueArn, MessageBody: body, MessageAttributes }, principal);
  };
