import { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest } from '../../aws/service.ts';

/** An S3 request with its bucket and key told apart; both are undefined for the service itself. */
export type S3Request = {
  method: string;
  bucket?: string;
  key?: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
};

/** Takes bucket and key from the host, where it names a bucket, or else from the path. */
export const s3Request = (request: FrontDoorRequest, hostBucket: string | undefined): S3Request => {
  const { method, headers, body, url } = request;
  const path = decode(request.rawPath.slice(1));
  const slash = path.indexOf('/');
  const [bucket, key] =
    hostBucket === undefined
      ? slash < 0
        ? [path, '']
        : [path.slice(0, slash), path.slice(slash + 1)]
      : [hostBucket, path];
  return {
    method,
    headers,
    body,
    query: url.searchParams,
    ...(bucket !== '' && { bucket }),
    ...(key !== '' && { key }),
  };
};

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.", 400);
  }
};
