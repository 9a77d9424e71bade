import { AwsError } from '../aws/error.ts';
import { malformed } from './auth-errors.ts';
import { queryPairs, type WireRequest } from './canonical.ts';
import { ALGORITHMS, type Algorithm, parseCredential, type Scope } from './signature.ts';

/** What a request claims about its signature; nothing of it is checked yet. */
export type Claim = {
  kind: 'header' | 'presigned';
  algorithm: Algorithm;
  scope: Scope;
  timestamp: string;
  signedHeaders: readonly string[];
  signature: string;
  sessionToken?: string;
  /** Lifetime of a presigned URL in seconds. */
  expires?: string;
};

/** Names the regions that an asymmetric signature is good for. */
const REGION_SET = 'x-amz-region-set';

/** Finds the signature of a request, in its `Authorization` header or its query; undefined where it is unsigned. */
export const claimOf = (request: WireRequest): Claim | undefined => {
  const { authorization } = request.headers;
  const named = ALGORITHMS.find((algorithm) => authorization?.startsWith(`${algorithm} `));
  if (authorization !== undefined && named) return headerClaim(request, authorization, named);
  const query = new Map(queryPairs(request.rawQuery));
  const algorithm = ALGORITHMS.find((each) => each === query.get('X-Amz-Algorithm'));
  return algorithm && presignedClaim(query, algorithm);
};

const headerClaim = ({ headers }: WireRequest, authorization: string, algorithm: Algorithm): Claim => {
  const fields = new Map(
    authorization
      .slice(algorithm.length)
      .split(',')
      .map((field) => field.trim().split(/=(.*)/s, 2) as [string, string]),
  );
  const scope = parseCredential(fields.get('Credential') ?? '', headers[REGION_SET], algorithm);
  const signature = fields.get('Signature');
  const signedHeaders = fields.get('SignedHeaders');
  if (!scope || !signature || !signedHeaders) {
    throw malformed('s3', 'Credential, SignedHeaders and Signature are required.');
  }
  if (algorithm === 'AWS4-ECDSA-P256-SHA256' && !signedHeaders.split(';').includes(REGION_SET))
    throw malformed('s3', "'X-Amz-Region-Set' must be a signed header.");
  const date = headers.date === undefined ? Number.NaN : Date.parse(headers.date);
  const timestamp =
    headers['x-amz-date'] ??
    (Number.isNaN(date) ? '' : `${new Date(date).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`);
  const sessionToken = headers['x-amz-security-token'];
  return {
    kind: 'header',
    algorithm,
    scope,
    timestamp,
    signature,
    signedHeaders: signedHeaders.split(';'),
    sessionToken,
  };
};

const presignedClaim = (query: ReadonlyMap<string, string>, algorithm: Algorithm): Claim => {
  const scope = parseCredential(query.get('X-Amz-Credential') ?? '', query.get('X-Amz-Region-Set'), algorithm);
  const signature = query.get('X-Amz-Signature');
  if (!scope || !signature) {
    const message =
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.';
    throw new AwsError('AuthorizationQueryParametersError', message, 400);
  }
  return {
    kind: 'presigned',
    algorithm,
    scope,
    signature,
    timestamp: query.get('X-Amz-Date') ?? '',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    expires: query.get('X-Amz-Expires'),
    sessionToken: query.get('X-Amz-Security-Token'),
  };
};
