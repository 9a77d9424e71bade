import type { FoundFunction } from './functions.ts';
import type { Invoked } from './host.ts';

/** How an asynchronous invocation came to its end. */
export type Condition =
  | 'Success'
  | 'RetriesExhausted'
  | 'EventAgeExceeded'
  | 'ZeroReservedConcurrency'
  | 'RecursiveInvocation';

export type Ending = {
  id: string;
  found: FoundFunction;
  payload: string;
  /** Of the last attempt; undefined where the function never ran. */
  result: Invoked | undefined;
  condition: Condition;
  invocations: number;
  now: number;
};

/** The record that a destination gets. @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
export const invocationRecord = ({ id, found, payload, result, condition, invocations, now }: Ending) => ({
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  requestContext: {
    requestId: id,
    functionArn: `${found.configuration.arn}:${found.qualifier ?? '$LATEST'}`,
    condition,
    approximateInvokeCount: invocations,
  },
  requestPayload: JSON.parse(payload) as unknown,
  ...(result && {
    responseContext: {
      statusCode: 200,
      executedVersion: found.version,
      ...(result.ok ? {} : { functionError: 'Unhandled' }),
    },
    responsePayload: result.ok ? (JSON.parse(result.payload) as unknown) : result.error,
  }),
});
