import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../language/json.ts';
import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';
import { plainText } from './plain-text.ts';
import { withMetadata } from './sdk-metadata.ts';

/** `arn:aws:states:::sns:publish`; a message that is no string is sent as JSON. */
export const sns: Integration = {
  resourceType: 'sns',
  service: 'sns',
  patterns: patternsOf({ publish: ['RequestResponse', 'waitForTaskToken'] }),
  request: ({ Message, ...rest }) => ({ ...rest, ...(Message === undefined ? {} : { Message: plainText(Message) }) }),
  result: (answer, at) => {
    const requestId = randomUUID();
    const length = Buffer.byteLength(xmlOf(answer, requestId));
    const headers = { connection: 'keep-alive', 'Content-Length': String(length), 'Content-Type': 'text/xml' };
    return withMetadata(answer, { at, headers, requestId });
  },
  failure: optimisedFailure('SNS', 'AmazonSNSException', 'AmazonSNS'),
};

/** The answer as SNS writes it. */
const xmlOf = (
  answer: JsonObject,
  requestId: string,
): string => `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
  <PublishResult>
${Object.entries(answer)
  .map(([name, value]) => `    <${name}>${value}</${name}>\n`)
  .join('')}  </PublishResult>
  <ResponseMetadata>
    <RequestId>${requestId}</RequestId>
  </ResponseMetadata>
</PublishResponse>
`;
