import { AwsError } from '../aws/error.ts';
import type { FrontDoorResponse } from '../aws/service.ts';
import { matchesWildcard } from '../aws/wildcard.ts';
import type { S3Request } from './rest/request.ts';
import type { CorsRule, S3 } from './s3.ts';

/** Answers a browser's preflight request by the bucket's CORS rules. Throws `AccessForbidden` where none allows it. */
export const preflight = (s3: S3, { bucket = '', headers }: S3Request): FrontDoorResponse => {
  const origin = headers.origin;
  const method = headers['access-control-request-method'];
  const asked = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .flatMap((name) => name.trim().toLowerCase() || []);
  const rule = origin && method ? ruleFor(s3, bucket, origin, method, asked) : undefined;
  if (!origin || !rule) {
    throw new AwsError('AccessForbidden', 'CORSResponse: This CORS request is not allowed.', 403, {
      Method: method,
      ResourceType: 'OBJECT',
    });
  }
  return {
    status: 200,
    headers: {
      ...answered(rule, origin),
      ...(asked.length > 0 && { 'access-control-allow-headers': asked.join(', ') }),
      ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
    },
  };
};

/** The headers with which a bucket lets a page of another origin read its answer; none where no rule fits. */
export const corsHeaders = (
  s3: S3,
  { bucket = '', method, headers }: Pick<S3Request, 'bucket' | 'method' | 'headers'>,
): Record<string, string> => {
  const { origin } = headers;
  const rule = origin === undefined ? undefined : ruleFor(s3, bucket, origin, method, []);
  return origin !== undefined && rule ? answered(rule, origin) : {};
};

const ruleFor = (
  s3: S3,
  bucket: string,
  origin: string,
  method: string,
  headers: readonly string[],
): CorsRule | undefined =>
  s3.settings
    .get(bucket)
    ?.cors.find(
      (rule) =>
        rule.AllowedMethods.includes(method) &&
        rule.AllowedOrigins.some((pattern) => matchesWildcard(pattern, origin)) &&
        headers.every((name) =>
          (rule.AllowedHeaders ?? []).some((pattern) => matchesWildcard(pattern.toLowerCase(), name)),
        ),
    );

const answered = (rule: CorsRule, origin: string): Record<string, string> => ({
  'access-control-allow-origin': rule.AllowedOrigins.includes('*') ? '*' : origin,
  'access-control-allow-methods': rule.AllowedMethods.join(', '),
  ...(rule.ExposedHeaders && { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }),
  ...(!rule.AllowedOrigins.includes('*') && { 'access-control-allow-credentials': 'true' }),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
});
