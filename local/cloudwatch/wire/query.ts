import type { AwsError } from '../../aws/error.ts';
import { queryInput } from '../../aws/query.ts';
import type { FrontDoorRequest, FrontDoorResponse } from '../../aws/service.ts';
import { toXml } from '../../aws/xml.ts';
import { queryCodeOf } from './error-names.ts';
import { typed } from './model.ts';
import type { Wire } from './wire.ts';

const NAMESPACE = 'http://monitoring.amazonaws.com/doc/2010-08-01/';

/** Forms in, XML out: what older clients speak. */
export const queryWire: Wire = {
  read(request: FrontDoorRequest) {
    const form = request.method === 'GET' ? request.url.search.slice(1) : request.body.toString();
    const { action, input } = queryInput(form);
    return { operation: action, input: typed(action, input) };
  },
  answer(operation: string, output: object, requestId: string): FrontDoorResponse {
    const members = {
      [`${operation}Result`]: xmlOf(output),
      ResponseMetadata: { RequestId: requestId },
    };
    return xml(200, toXml(`${operation}Response`, members, NAMESPACE));
  },
  error({ code, message, statusCode }: AwsError, requestId: string): FrontDoorResponse {
    const Type = statusCode >= 500 ? 'Receiver' : 'Sender';
    const members = { Error: { Type, Code: queryCodeOf(code), Message: message }, RequestId: requestId };
    return xml(statusCode, toXml('ErrorResponse', members, NAMESPACE));
  },
};

const xml = (status: number, body: string): FrontDoorResponse => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

const xmlOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return { member: value.map(xmlOf) };
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, xmlOf(member)]),
  );
};
