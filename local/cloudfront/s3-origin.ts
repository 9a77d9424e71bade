import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';

export type OriginAnswer = {
  status: number;
  headers: Record<string, string>;
  cookies?: readonly string[];
  body: Buffer;
};

type Request = { method: string; path: string; headers: Readonly<Record<string, string>> };

const CONDITIONS: Readonly<Record<string, string>> = {
  range: 'Range',
  'if-none-match': 'IfNoneMatch',
  'if-match': 'IfMatch',
  'if-modified-since': 'IfModifiedSince',
  'if-unmodified-since': 'IfUnmodifiedSince',
};

const MEMBERS: Readonly<Record<string, string>> = {
  ContentType: 'content-type',
  CacheControl: 'cache-control',
  ContentDisposition: 'content-disposition',
  ContentEncoding: 'content-encoding',
  ContentLanguage: 'content-language',
  ContentRange: 'content-range',
  AcceptRanges: 'accept-ranges',
  ETag: 'etag',
};

/** Fetches one object of a bucket as an S3 origin answers it, errors as XML included. */
export const fetchFromS3 = async (
  cloud: Cloud,
  principal: Principal,
  bucket: string,
  { method, path, headers }: Request,
): Promise<OriginAnswer> => {
  if (method !== 'GET' && method !== 'HEAD')
    return errorAnswer(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  const conditions = Object.entries(CONDITIONS).flatMap(([header, member]) =>
    headers[header] ? [[member, headers[header]]] : [],
  );
  try {
    const output = await cloud.call(
      's3',
      'GetObject',
      { Bucket: bucket, Key: keyOf(path), ...Object.fromEntries(conditions) },
      principal,
    );
    const modified = output.LastModified instanceof Date ? { 'last-modified': output.LastModified.toUTCString() } : {};
    const answered = Object.entries(MEMBERS).flatMap(([member, header]) =>
      output[member] === undefined ? [] : [[header, String(output[member])]],
    );
    const metadata = Object.entries(output.Metadata ?? {}).map(([name, value]) => [
      `x-amz-meta-${name}`,
      String(value),
    ]);
    return {
      status: output.ContentRange === undefined ? 200 : 206,
      headers: { ...Object.fromEntries([...answered, ...metadata]), ...modified },
      body: output.Body as Buffer,
    };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return error.statusCode === 304
      ? { status: 304, headers: error.members.ETag ? { etag: String(error.members.ETag) } : {}, body: Buffer.alloc(0) }
      : errorAnswer(error.statusCode, error.code, error.message);
  }
};

const keyOf = (path: string): string => {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return path.slice(1);
  }
};

const errorAnswer = (status: number, code: string, message: string): OriginAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message.replace(/[<&]/g, (c) => (c === '<' ? '&lt;' : '&amp;'))}</Message></Error>`,
  ),
});
