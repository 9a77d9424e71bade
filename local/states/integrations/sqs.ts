import { StateError } from '../language/state-error.ts';
import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';
import { plainText } from './plain-text.ts';
import { jsonHeaders, withMetadata } from './sdk-metadata.ts';

const failure = optimisedFailure('SQS', 'AmazonSQSException', 'AmazonSQS');

/** `arn:aws:states:::sqs:sendMessage`; a body that is no string is sent as JSON. */
export const sqs: Integration = {
  resourceType: 'sqs',
  service: 'sqs',
  patterns: patternsOf({ sendMessage: ['RequestResponse', 'waitForTaskToken'] }),
  request: ({ MessageBody, ...rest }) => ({
    ...rest,
    ...(MessageBody === undefined ? {} : { MessageBody: plainText(MessageBody) }),
  }),
  result: (answer, at) => withMetadata(answer, { at, headers: jsonHeaders(JSON.stringify(answer)) }),
  failure: (error) => {
    // The SDK sends a message where the URL of its queue points, and takes what is no URL for a host.
    const [, address] = /^The address (.*) is not valid/.exec(error.message) ?? [];
    if (error.code !== 'InvalidAddress' || address === undefined) return failure(error);
    const host = URL.canParse(address) ? new URL(address).hostname : address;
    return new StateError(
      'SQS.SdkClientException',
      `Unable to execute HTTP request: ${host}: Name or service not known`,
    );
  },
};
