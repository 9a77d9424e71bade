import { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest, Service } from '../../aws/service.ts';

/** The store's ARN, whose slash a client may leave as it is, and the key. */
const PATH = /^\/key-value-stores\/(arn:[^/]+\/[^/]+|[^/]+)(\/keys)?(?:\/(.+))?$/;

/** @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations_Amazon_CloudFront_KeyValueStore.html */
const OPERATIONS: Readonly<Record<string, string>> = {
  'GET store': 'DescribeKeyValueStore',
  'GET keys': 'ListKeys',
  'POST keys': 'UpdateKeys',
  'GET key': 'GetKey',
  'PUT key': 'PutKey',
  'DELETE key': 'DeleteKey',
};

/** Maps the REST protocol of the data plane to its operations. */
export const handle: NonNullable<Service['handle']> = async (request, context, cloud) => {
  const { method, rawPath, headers, url } = request;
  const [, arn, keys, key] = PATH.exec(rawPath) ?? [];
  const place = key !== undefined ? 'key' : keys === undefined ? 'store' : 'keys';
  const operation = OPERATIONS[`${method} ${place}`];
  if (arn === undefined || (key !== undefined && keys === undefined) || operation === undefined) {
    const message = `The embedded runtime has no key value store's operation for ${method} ${rawPath}.`;
    throw new AwsError('UnknownOperationException', message, 404);
  }
  const input = {
    ...bodyOf(request),
    KvsARN: decoded(arn),
    ...(key === undefined ? {} : { Key: decoded(key) }),
    ...(headers['if-match'] === undefined ? {} : { IfMatch: headers['if-match'] }),
    ...(url.searchParams.has('NextToken') ? { NextToken: url.searchParams.get('NextToken') } : {}),
    ...(url.searchParams.has('MaxResults') ? { MaxResults: Number(url.searchParams.get('MaxResults')) } : {}),
  };
  const output = await cloud.call('cloudfront-keyvaluestore', operation, input, context.principal, context);
  const { ETag, ...body } = output;
  return {
    status: 200,
    headers: { 'content-type': 'application/json', ...(ETag === undefined ? {} : { etag: String(ETag) }) },
    body: JSON.stringify(body),
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError('ValidationException', `The path has a part that is not valid: ${text}.`, 400);
  }
};

const bodyOf = ({ body }: FrontDoorRequest): object => {
  if (body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString());
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Said below.
  }
  throw new AwsError('ValidationException', 'The body is not a JSON object.', 400);
};
