import { AwsError } from '../aws/error.ts';
import { formatTimestamp } from './signature.ts';

/** How a service words its answers. */
export type Protocol = 's3' | 'json' | 'query' | 'rest-json';

const SKEW_MINUTES = 15;

/** The largest difference between a signature's time and ours, in milliseconds; AWS's own limit. */
export const MAX_SKEW = SKEW_MINUTES * 60_000;

const status = (protocol: Protocol): number => (protocol === 'json' ? 400 : 403);

export const missingToken = (protocol: Protocol): AwsError => {
  if (protocol === 's3') return new AwsError('AccessDenied', 'Access Denied', 403);
  const code = protocol === 'query' ? 'MissingAuthenticationToken' : 'MissingAuthenticationTokenException';
  return new AwsError(code, 'Request is missing Authentication Token', status(protocol));
};

export const malformed = (protocol: Protocol, why: string): AwsError =>
  protocol === 's3'
    ? new AwsError('AuthorizationHeaderMalformed', `The authorization header is malformed; ${why}`, 400)
    : new AwsError(
        protocol === 'query' ? 'IncompleteSignature' : 'IncompleteSignatureException',
        `Authorization header is malformed: ${why}`,
        status(protocol),
      );

export const unknownKey = (protocol: Protocol, accessKeyId: string): AwsError => {
  if (protocol === 's3') {
    const message = 'The AWS Access Key Id you provided does not exist in our records.';
    return new AwsError('InvalidAccessKeyId', message, 403, { AWSAccessKeyId: accessKeyId });
  }
  const code = protocol === 'query' ? 'InvalidClientTokenId' : 'UnrecognizedClientException';
  return new AwsError(code, 'The security token included in the request is invalid.', status(protocol));
};

export const invalidToken = (protocol: Protocol, token: string): AwsError =>
  protocol === 's3'
    ? new AwsError('InvalidToken', 'The provided token is malformed or otherwise invalid.', 400, { 'Token-0': token })
    : unknownKey(protocol, '');

export const expiredToken = (protocol: Protocol, token: string): AwsError => {
  if (protocol === 's3')
    return new AwsError('ExpiredToken', 'The provided token has expired.', 400, { 'Token-0': token });
  const code = protocol === 'query' ? 'ExpiredToken' : 'ExpiredTokenException';
  return new AwsError(code, 'The security token included in the request is expired', status(protocol));
};

export const skewed = (protocol: Protocol, signedAt: number, now: number): AwsError => {
  if (protocol === 's3') {
    const message = 'The difference between the request time and the current time is too large.';
    return new AwsError('RequestTimeTooSkewed', message, 403, {
      RequestTime: formatTimestamp(signedAt),
      ServerTime: new Date(now).toISOString(),
      MaxAllowedSkewMilliseconds: String(MAX_SKEW),
    });
  }
  const [signed, current] = [formatTimestamp(signedAt), formatTimestamp(now)];
  const message =
    signedAt < now
      ? `Signature expired: ${signed} is now earlier than ${formatTimestamp(now - MAX_SKEW)} (${current} - ${SKEW_MINUTES} min.)`
      : `Signature not yet current: ${signed} is still later than ${formatTimestamp(now + MAX_SKEW)} (${current} + ${SKEW_MINUTES} min.)`;
  return new AwsError(signatureCode(protocol), message, status(protocol));
};

export const wrongSignature = (
  protocol: Protocol,
  details: { accessKeyId: string; stringToSign: string; canonicalRequest?: string; signature: string },
): AwsError => {
  const message = 'The request signature we calculated does not match the signature you provided.';
  if (protocol !== 's3') {
    const advice =
      'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
    return new AwsError(signatureCode(protocol), `${message} ${advice}`, status(protocol));
  }
  const { accessKeyId, signature, canonicalRequest } = details;
  return new AwsError('SignatureDoesNotMatch', `${message} Check your key and signing method.`, 403, {
    AWSAccessKeyId: accessKeyId,
    StringToSign: details.stringToSign,
    SignatureProvided: signature,
    StringToSignBytes: bytes(details.stringToSign),
    ...(canonicalRequest !== undefined && {
      CanonicalRequest: canonicalRequest,
      CanonicalRequestBytes: bytes(canonicalRequest),
    }),
  });
};

const signatureCode = (protocol: Protocol): string =>
  protocol === 'query' ? 'SignatureDoesNotMatch' : 'InvalidSignatureException';

const bytes = (text: string): string =>
  Buffer.from(text)
    .toString('hex')
    .replaceAll(/(..)(?=.)/g, '$1 ');
