import { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest, FrontDoorResponse, Service } from '../../aws/service.ts';
import { cborWire } from './cbor.ts';
import { jsonWire } from './json.ts';
import { queryWire } from './query.ts';

/** One of the protocols that CloudWatch speaks. Moments go in and out of operations as dates. */
export type Wire = {
  read(request: FrontDoorRequest): { operation: string; input: Record<string, unknown> };
  answer(operation: string, output: object, requestId: string): FrontDoorResponse;
  error(error: AwsError, requestId: string): FrontDoorResponse;
};

const wireOf = (headers: Readonly<Record<string, string>>): Wire => {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return cborWire;
  return headers['x-amz-target'] === undefined ? queryWire : jsonWire;
};

/** The names of errors in forms and what they are called elsewhere, where that differs. */
const CODES: readonly (readonly [inForms: string, elsewhere: string])[] = [
  ['InvalidParameterValue', 'InvalidParameterValueException'],
  ['InvalidParameterCombination', 'InvalidParameterCombinationException'],
  ['MissingParameter', 'MissingRequiredParameterException'],
  ['InvalidFormat', 'InvalidFormatFault'],
  ['LimitExceeded', 'LimitExceededFault'],
  ['InvalidParameterInput', 'DashboardInvalidInputError'],
  ['ResourceNotFound', 'DashboardNotFoundError'],
];

export const exceptionOf = (code: string): string =>
  (code === 'ResourceNotFound' ? undefined : CODES.find(([inForms]) => inForms === code)?.[1]) ?? code;

export const queryCodeOf = (code: string): string => CODES.find(([, elsewhere]) => elsewhere === code)?.[0] ?? code;

/** Answers a request in the protocol that it came in. */
export const handle: NonNullable<Service['handle']> = async (request, context, cloud) => {
  const wire = wireOf(request.headers);
  const { operation, input } = wire.read(request);
  if (!cloud.operations('cloudwatch')?.includes(operation)) {
    const code = wire === queryWire ? 'InvalidAction' : 'UnknownOperationException';
    throw new AwsError(code, `Could not find operation ${operation}; the embedded runtime does not support it.`);
  }
  return wire.answer(
    operation,
    await cloud.call('cloudwatch', operation, input, context.principal, context),
    context.requestId,
  );
};

/** An error as the protocol of its request writes it. */
export const renderError: NonNullable<Service['renderError']> = (error, headers, requestId) =>
  // Constraints have a name of their own here.
  wireOf(headers).error(
    error.code === 'ValidationException' ? new AwsError('ValidationError', error.message, 400) : error,
    requestId,
  );
