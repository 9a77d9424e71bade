import { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest, FrontDoorResponse } from '../../aws/service.ts';
import { exceptionOf, queryCodeOf } from './error-names.ts';
import type { Wire } from './wire.ts';

const TYPE = 'application/x-amz-json-1.0';

/** JSON in and out, the operation in a header: what AWS SDK v3 speaks. */
export const jsonWire: Wire = {
  read({ headers, body }: FrontDoorRequest) {
    const target = headers['x-amz-target'] ?? '';
    const operation = target.slice(target.lastIndexOf('.') + 1);
    try {
      return { operation, input: JSON.parse(body.toString() || '{}') as Record<string, unknown> };
    } catch (cause) {
      throw new AwsError('SerializationException', `The body is not JSON: ${(cause as Error).message}`);
    }
  },
  answer: (_, output): FrontDoorResponse => ({
    status: 200,
    headers: { 'content-type': TYPE },
    body: JSON.stringify(output, withSeconds),
  }),
  error: (error): FrontDoorResponse => ({
    status: error.statusCode,
    headers: {
      'content-type': TYPE,
      'x-amzn-errortype': exceptionOf(error.code),
      'x-amzn-query-error': `${queryCodeOf(error.code)};Sender`,
    },
    body: JSON.stringify({ __type: exceptionOf(error.code), message: error.message }),
  }),
};

/** Moments as seconds since the epoch; `this` still has them as they were. */
function withSeconds(this: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
  const moment = this[name];
  return moment instanceof Date ? moment.getTime() / 1000 : value;
}
