import { textOf } from '../language/json-text.ts';
import type { Integration } from './integration.ts';
import { lambdaFailure } from './lambda-invoke.ts';
import { payloadOf } from './lambda-payload.ts';

/** A function's own ARN as the Resource: what the function returns is the whole result. */
export const lambdaFunction = (functionArn: string): Integration => ({
  resourceType: 'lambda',
  service: 'lambda',
  patterns: () => ['RequestResponse'],
  request: (input) => ({ FunctionName: functionArn, Payload: textOf(input) }),
  result: payloadOf,
  failure: lambdaFailure,
});
