import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { s3 } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';

const Bucket = /* @__PURE__ */ variable('UPLOADS_BUCKET');

/** Where tickets for uploads lead: the origin of any address that is signed for the bucket. */
export const uploadOrigin = async (): Promise<string> =>
  new URL(await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: 'uploads/any' }))).origin;
