import { cbor, dateToTag, tagSymbol } from '@smithy/core/cbor';
import { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest, FrontDoorResponse } from '../../aws/service.ts';
import { exceptionOf, queryCodeOf } from './error-names.ts';
import type { Wire } from './wire.ts';

const HEADERS = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };

/** CBOR in and out, the operation in the path: what the present AWS CLI speaks. */
export const cborWire: Wire = {
  read({ rawPath, body }: FrontDoorRequest) {
    const operation = rawPath.slice(rawPath.lastIndexOf('/') + 1);
    try {
      return { operation, input: (body.length > 0 ? plain(cbor.deserialize(body)) : {}) as Record<string, unknown> };
    } catch (cause) {
      throw new AwsError('SerializationException', `The body is not CBOR: ${(cause as Error).message}`);
    }
  },
  answer: (_, output): FrontDoorResponse => ({ status: 200, headers: HEADERS, body: bytes(output) }),
  error: (error): FrontDoorResponse => ({
    status: error.statusCode,
    headers: { ...HEADERS, 'x-amzn-query-error': `${queryCodeOf(error.code)};Sender` },
    body: bytes({ __type: exceptionOf(error.code), message: error.message }),
  }),
};

const bytes = (value: object): Buffer => Buffer.from(cbor.serialize(tagged(value)));

/** Moments as CBOR has them. */
const tagged = (value: unknown): unknown => {
  if (value instanceof Date) return dateToTag(value);
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, tagged(member)]),
  );
};

/** What a client sent, with its moments as dates. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (tagSymbol in value) {
    const { tag, value: inner } = value as unknown as { tag: number; value: unknown };
    return tag === 1 ? new Date(Number(inner) * 1000) : plain(inner);
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
};
