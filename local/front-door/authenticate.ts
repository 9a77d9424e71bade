import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Clock } from '../clock.ts';
import type { Credentials, Identities } from '../iam/identities.ts';
import {
  expiredToken,
  invalidToken,
  MAX_SKEW,
  malformed,
  type Protocol,
  skewed,
  unknownKey,
  wrongSignature,
} from './auth-errors.ts';
import { canonicalRequest, sha256Hex, type WireRequest } from './canonical.ts';
import type { Claim } from './claim.ts';
import { parseTimestamp, type Scope, sameSignature, sign, signingKey, stringToSign } from './signature.ts';
import { publicKeyOf, verifies } from './signature-v4a.ts';

/** An asymmetric signature has no key that could sign the chunks of a body. */
const NO_KEY = Buffer.alloc(0);

export type Caller = { principal: Principal; key: Buffer; claim: Claim };

type Deps = { clock: Clock; identities: Identities };

/** Longest life of a presigned URL, in seconds. */
const LONGEST_PRESIGNED = 604_800;

/**
 * Verifies key, token, time and signature. `body` is what the payload hash is taken of where the request names none.
 * Throws `AwsError` in the words of the service's protocol.
 */
export const authenticate = (
  request: WireRequest,
  claim: Claim,
  body: Buffer,
  protocol: Protocol,
  { clock, identities }: Deps,
): Caller => {
  const { scope, timestamp } = claim;
  const signedAt = parseTimestamp(timestamp);
  if (signedAt === undefined) throw malformed(protocol, 'X-Amz-Date must be in the form 20260101T000000Z.');
  if (!timestamp.startsWith(scope.date)) {
    throw malformed(
      protocol,
      `the date "${scope.date}" of the credential differs from that of X-Amz-Date "${timestamp}".`,
    );
  }
  const credentials = credentialsOf(scope, claim.sessionToken, protocol, identities);
  requireInTime(claim, signedAt, clock.now(), protocol);
  requireHeadersSigned(request, claim, protocol);

  const { secretAccessKey } = credentials;
  const asymmetric = claim.algorithm === 'AWS4-ECDSA-P256-SHA256';
  const key = asymmetric ? NO_KEY : signingKey(secretAccessKey, scope);
  const s3 = protocol === 's3';
  const canonical = canonicalRequest(request, {
    s3,
    signedHeaders: claim.signedHeaders,
    payloadHash: payloadHash(request, claim, body, s3),
  });
  const text = stringToSign(timestamp, scope, canonical, claim.algorithm);
  const { accessKeyId } = scope;
  const right = asymmetric
    ? verifies(publicKeyOf(accessKeyId, secretAccessKey), text, claim.signature)
    : sameSignature(sign(key, text), claim.signature);
  if (!right) {
    throw wrongSignature(protocol, {
      accessKeyId,
      signature: claim.signature,
      stringToSign: text,
      canonicalRequest: canonical,
    });
  }
  return { principal: credentials.principal, key, claim };
};

/** The keys that a signature names, their session token checked. */
export const credentialsOf = (
  { accessKeyId }: Scope,
  sessionToken: string | undefined,
  protocol: Protocol,
  identities: Identities,
): Credentials => {
  const credentials = identities.find(accessKeyId, sessionToken);
  if (!credentials) {
    if (sessionToken !== undefined && accessKeyId.startsWith('ASIA')) throw invalidToken(protocol, sessionToken);
    throw unknownKey(protocol, accessKeyId);
  }
  if (sessionToken !== undefined && credentials.sessionToken !== sessionToken)
    throw invalidToken(protocol, sessionToken);
  if (credentials.expired) throw expiredToken(protocol, sessionToken ?? '');
  return credentials;
};

const payloadHash = ({ headers }: WireRequest, claim: Claim, body: Buffer, s3: boolean): string => {
  const named = headers['x-amz-content-sha256'];
  if (!s3) return sha256Hex(body);
  if (claim.kind === 'presigned')
    return claim.signedHeaders.includes('x-amz-content-sha256') && named ? named : 'UNSIGNED-PAYLOAD';
  if (named === undefined) {
    throw new AwsError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256', 400);
  }
  return named;
};

const requireInTime = (claim: Claim, signedAt: number, now: number, protocol: Protocol): void => {
  if (claim.kind === 'header') {
    if (Math.abs(now - signedAt) > MAX_SKEW) throw skewed(protocol, signedAt, now);
    return;
  }
  const seconds = Number(claim.expires ?? Number.NaN);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > LONGEST_PRESIGNED) {
    const message =
      seconds > LONGEST_PRESIGNED
        ? 'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds'
        : 'X-Amz-Expires should be a number';
    throw new AwsError('AuthorizationQueryParametersError', message, 400);
  }
  if (signedAt > now + MAX_SKEW) throw new AwsError('AccessDenied', 'Request is not yet valid', 403);
  if (now > signedAt + seconds * 1000) {
    throw new AwsError('AccessDenied', 'Request has expired', 403, {
      'X-Amz-Expires': claim.expires,
      Expires: new Date(signedAt + seconds * 1000).toISOString(),
      ServerTime: new Date(now).toISOString(),
    });
  }
};

const requireHeadersSigned = ({ headers }: WireRequest, { signedHeaders }: Claim, protocol: Protocol): void => {
  if (!signedHeaders.includes('host')) throw malformed(protocol, "'Host' must be a signed header.");
  if (protocol !== 's3') return;
  const unsigned = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !signedHeaders.includes(name));
  if (unsigned.length > 0) {
    const message = 'There were headers present in the request which were not signed';
    throw new AwsError('AccessDenied', message, 403, { HeadersNotSigned: unsigned.join(', ') });
  }
};
