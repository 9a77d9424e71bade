import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';
import { payloadOf } from './lambda-payload.ts';
import { withMetadata } from './sdk-metadata.ts';

export const lambdaFailure = optimisedFailure('Lambda', 'AWSLambdaException', 'AWSLambda');

/** `arn:aws:states:::lambda:invoke`. */
export const lambdaInvoke: Integration = {
  resourceType: 'lambda',
  service: 'lambda',
  patterns: patternsOf({ invoke: ['RequestResponse', 'waitForTaskToken'] }),
  request: ({ Payload, ...rest }) => ({ ...rest, Payload: JSON.stringify(Payload ?? {}) }),
  result: (answer) => {
    const Payload = payloadOf(answer);
    const { ExecutedVersion = '$LATEST', StatusCode = 200 } = answer;
    return withMetadata({ ExecutedVersion, Payload, StatusCode }, 'application/json');
  },
  failure: lambdaFailure,
};
