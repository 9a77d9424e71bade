import { traceHeader } from '../../aws/trace.ts';
import type { JsonObject } from '../language/json.ts';
import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';
import { payloadOf, payloadText } from './lambda-payload.ts';
import { plainText } from './plain-text.ts';
import { withMetadata } from './sdk-metadata.ts';

export const lambdaFailure = optimisedFailure('Lambda', 'AWSLambdaException', 'AWSLambda');

/** `arn:aws:states:::lambda:invoke`. A payload that is a string is sent as it is: it must be JSON. */
export const lambdaInvoke: Integration = {
  resourceType: 'lambda',
  service: 'lambda',
  patterns: patternsOf({ invoke: ['RequestResponse', 'waitForTaskToken'] }),
  request: ({ Payload, ...rest }) => ({ ...rest, Payload: plainText(Payload ?? {}) }),
  result: (answer, at) => {
    const Payload = payloadOf(answer);
    const { ExecutedVersion = '$LATEST', LogResult, StatusCode = 200 } = answer;
    const headers = {
      Connection: 'keep-alive',
      'Content-Length': String(Buffer.byteLength(payloadText(answer))),
      'Content-Type': 'application/json',
      'X-Amz-Executed-Version': String(ExecutedVersion),
      ...(LogResult === undefined ? {} : { 'X-Amz-Log-Result': String(LogResult) }),
      'X-Amzn-Trace-Id': traceHeader(at),
      'x-amzn-Remapped-Content-Length': '0',
    };
    const log: JsonObject = LogResult === undefined ? {} : { LogResult };
    return withMetadata({ ExecutedVersion, ...log, Payload, StatusCode }, { at, headers });
  },
  failure: lambdaFailure,
};
