import { createHash } from 'node:crypto';

/** A request as it came over the wire, before anything is decoded. */
export type WireRequest = {
  method: string;
  /** Path as received, still percent-encoded, without the query. */
  rawPath: string;
  /** Query as received, without the question mark. */
  rawQuery: string;
  /** Lower-case names; repeated headers joined with a comma. */
  headers: Readonly<Record<string, string>>;
};

/** RFC 3986 encoding as SigV4 wants it: everything but `A-Z a-z 0-9 - _ . ~`. */
export const encodeRfc3986 = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The canonical request of Signature Version 4. S3 signs the path as it is, encoded once; every other service signs the
 * normalised path, encoded once more.
 */
export const canonicalRequest = (
  request: WireRequest,
  { s3, signedHeaders, payloadHash }: { s3: boolean; signedHeaders: readonly string[]; payloadHash: string },
): string =>
  [
    request.method,
    s3 ? s3Path(request.rawPath) : normalisedPath(request.rawPath),
    canonicalQuery(request.rawQuery),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');

const s3Path = (path: string): string => path.split('/').map(recode).join('/');

const recode = (segment: string): string => {
  try {
    return encodeRfc3986(decodeURIComponent(segment));
  } catch {
    return segment;
  }
};

const normalisedPath = (path: string): string => {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(encodeRfc3986(segment));
  }
  const closing = kept.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${kept.join('/')}${closing}`;
};

const canonicalQuery = (query: string): string =>
  queryPairs(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

/** Name and value pairs of a query, decoded; a plus sign stays a plus sign, as in SigV4. */
export const queryPairs = (query: string): [string, string][] =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    });

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
