import { AwsError } from '../../aws/error.ts';
import type { Service } from '../../aws/service.ts';
import { cborWire } from './cbor.ts';
import { jsonWire } from './json.ts';
import { queryWire } from './query.ts';
import type { Wire } from './wire.ts';

const wireOf = (headers: Readonly<Record<string, string>>): Wire => {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return cborWire;
  return headers['x-amz-target'] === undefined ? queryWire : jsonWire;
};

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
