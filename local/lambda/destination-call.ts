import { randomUUID } from 'node:crypto';

/** What goes to a destination: an invocation record, or the event itself with the dead-letter queue's attributes. */
export type Delivery = {
  /** The function whose role sends it. */
  functionArn: string;
  /** ARN of a queue, a topic, a function, a bus or a bucket. */
  arn: string;
  /** The record, or the event, as JSON. */
  text: string;
  /** How the invocation ended; buses show it. */
  succeeded?: boolean;
  /** The key of a record that goes to a bucket. */
  key?: string;
  letter?: { requestId: string; errorCode: number; errorMessage: string };
};

export type Call = { service: string; operation: string; input: object };

/** Longest error message of a dead letter, in bytes. */
const LONGEST_MESSAGE = 1024;

/**
 * The API call that brings something to its destination. Throws for one that Lambda does not take.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const callFor = ({ functionArn, arn, text, succeeded = false, key, letter }: Delivery): Call => {
  const MessageAttributes = letter && {
    RequestID: { DataType: 'String', StringValue: letter.requestId },
    ErrorCode: { DataType: 'Number', StringValue: String(letter.errorCode) },
    ErrorMessage: { DataType: 'String', StringValue: cut(letter.errorMessage) },
  };
  const attributes = MessageAttributes && { MessageAttributes };
  switch (arn.split(':')[2]) {
    case 'sqs':
      return { service: 'sqs', operation: 'SendMessage', input: { QueueUrl: arn, MessageBody: text, ...attributes } };
    case 'sns':
      return { service: 'sns', operation: 'Publish', input: { TopicArn: arn, Message: text, ...attributes } };
    case 'lambda':
      return {
        service: 'lambda',
        operation: 'Invoke',
        input: { FunctionName: arn, InvocationType: 'Event', Payload: text },
      };
    case 'events':
      return {
        service: 'events',
        operation: 'PutEvents',
        input: { Entries: [entry(functionArn, arn, text, succeeded)] },
      };
    case 's3':
      return {
        service: 's3',
        operation: 'PutObject',
        input: { Bucket: arn.slice(arn.lastIndexOf(':') + 1), Key: key ?? randomUUID(), Body: Buffer.from(text) },
      };
    default:
      throw new Error(`Lambda has no destination ${arn}.`);
  }
};

const entry = (functionArn: string, bus: string, Detail: string, succeeded: boolean): object => ({
  EventBusName: bus,
  Source: 'lambda',
  DetailType: `Lambda Function Invocation Result - ${succeeded ? 'Success' : 'Failure'}`,
  Resources: [bus, functionArn],
  Detail,
});

const cut = (message: string): string => Buffer.from(message).subarray(0, LONGEST_MESSAGE).toString() || ' ';
