import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';
import { withMetadata } from './sdk-metadata.ts';

/** `arn:aws:states:::sqs:sendMessage`; a body that is no string is sent as JSON. */
export const sqs: Integration = {
  resourceType: 'sqs',
  service: 'sqs',
  patterns: patternsOf({ sendMessage: ['RequestResponse', 'waitForTaskToken'] }),
  request: ({ MessageBody, ...rest }) => ({
    ...rest,
    ...(MessageBody === undefined
      ? {}
      : { MessageBody: typeof MessageBody === 'string' ? MessageBody : JSON.stringify(MessageBody) }),
  }),
  result: (answer) => withMetadata(answer),
  failure: optimisedFailure('SQS', 'AmazonSQSException', 'AmazonSQS'),
};
