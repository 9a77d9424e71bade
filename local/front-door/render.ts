import { AwsError } from '../aws/error.ts';
import type { FrontDoorResponse, Service } from '../aws/service.ts';
import { toXml } from '../aws/xml.ts';
import type { Protocol } from './auth-errors.ts';

/** How a service's answers look, told from the service and the request's content type. */
export const protocolOf = (service: Service | undefined, headers: Readonly<Record<string, string>>): Protocol => {
  if (service?.name === 's3') return 's3';
  // Its errors are documents of the same form.
  if (service?.name === 'cloudfront') return 'query';
  if (service?.json && headers['x-amz-target'] !== undefined) return 'json';
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return 'query';
  return service?.json ? 'json' : 'rest-json';
};

/** An error as the service's protocol writes it. What is no `AwsError` becomes an internal error without its details. */
export const renderError = (
  thrown: unknown,
  protocol: Protocol,
  requestId: string,
  service?: Service,
): FrontDoorResponse => {
  const error = thrown instanceof AwsError ? thrown : internal(protocol);
  const { code, message, members, statusCode: status } = error;
  if (protocol === 's3') {
    const body = toXml('Error', { Code: code, Message: message, ...members, RequestId: requestId, HostId: 'local' });
    return { status, headers: { 'content-type': 'application/xml', ...etag(members) }, body };
  }
  if (protocol === 'query') {
    const Type = status >= 500 ? 'Receiver' : 'Sender';
    const body = toXml('ErrorResponse', {
      Error: { Type, Code: code, Message: message, ...members },
      RequestId: requestId,
    });
    return { status, headers: { 'content-type': 'text/xml' }, body };
  }
  const version = service?.json?.version;
  return {
    status,
    headers: {
      'content-type': version ? `application/x-amz-json-${version}` : 'application/json',
      'x-amzn-errortype': code,
      // SQS clients take the error's name from here, as it was in the query protocol.
      ...(service?.name === 'sqs' && { 'x-amzn-query-error': `${code};Sender` }),
    },
    body: JSON.stringify({ __type: code, message, ...members }),
  };
};

/** A read that finds nothing new still says what it found. */
const etag = ({ ETag }: Readonly<Record<string, unknown>>): Record<string, string> =>
  ETag ? { etag: String(ETag) } : {};

const internal = (protocol: Protocol): AwsError => {
  const message = 'We encountered an internal error. Please try again.';
  return new AwsError(protocol === 's3' ? 'InternalError' : 'InternalFailure', message, 500);
};
