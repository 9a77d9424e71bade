import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { type CorsRule, changeSettings, onBucket, type S3, settingsOf } from '../s3.ts';

/** A rule as the API has it; templates name two members otherwise. */
type ApiRule = Omit<CorsRule, 'ExposedHeaders' | 'MaxAge'> & {
  ExposeHeaders?: readonly string[];
  MaxAgeSeconds?: number | string;
};
type Input = { Bucket: string; CORSConfiguration?: { CORSRules?: ApiRule[] } };

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

export const getBucketCors = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:GetBucketCORS', Bucket)],
  run({ Bucket }: Input) {
    const { cors } = settingsOf(s3, Bucket);
    if (cors.length === 0)
      throw new AwsError('NoSuchCORSConfiguration', 'The CORS configuration does not exist', 404, {
        BucketName: Bucket,
      });
    const CORSRules = cors.map(({ ExposedHeaders, MaxAge, ...rule }) => ({
      ...rule,
      ...(ExposedHeaders && { ExposeHeaders: ExposedHeaders }),
      ...(MaxAge !== undefined && { MaxAgeSeconds: MaxAge }),
    }));
    return { CORSRules };
  },
});

export const putBucketCors = (s3: S3): Operation => ({
  members: ['Bucket', 'CORSConfiguration'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutBucketCORS', Bucket)],
  run({ Bucket, CORSConfiguration }: Input) {
    changeSettings(s3, Bucket, { cors: (CORSConfiguration?.CORSRules ?? []).map(checked) });
    return {};
  },
});

export const deleteBucketCors = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutBucketCORS', Bucket)],
  run({ Bucket }: Input) {
    changeSettings(s3, Bucket, { cors: [] });
    return {};
  },
});

const checked = ({ ExposeHeaders, MaxAgeSeconds, ...rule }: ApiRule): CorsRule => {
  const unknown = rule.AllowedMethods?.find((method) => !METHODS.includes(method));
  if (unknown !== undefined) {
    const message = `Found unsupported HTTP method in CORS config. Unsupported method is ${unknown}`;
    throw new AwsError('InvalidRequest', message, 400);
  }
  if (!rule.AllowedMethods?.length || !rule.AllowedOrigins?.length) {
    const message = 'The XML you provided was not well-formed or did not validate against our published schema';
    throw new AwsError('MalformedXML', message, 400);
  }
  return {
    ...rule,
    ...(ExposeHeaders && { ExposedHeaders: ExposeHeaders }),
    ...(MaxAgeSeconds !== undefined && { MaxAge: Number(MaxAgeSeconds) }),
  };
};
