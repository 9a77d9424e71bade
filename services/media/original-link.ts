import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { s3 } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import type { OriginalLink } from './show-asset/step.ts';

const Bucket = /* @__PURE__ */ variable('UPLOADS_BUCKET');

/** How long the address of an original is good for, in seconds. */
const LIFETIME = 15 * 60;

/** Signs an address that saves an original under its own name, whatever it is: no browser shows it as a page. */
export const linkToOriginal = async (Key: string, fileName: string): Promise<OriginalLink> => {
  const ResponseContentDisposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  const expiresAt = new Date(Date.now() + LIFETIME * 1000).toISOString();
  const command = new GetObjectCommand({ Bucket, Key, ResponseContentDisposition });
  return { url: await getSignedUrl(s3, command, { expiresIn: LIFETIME }), expiresAt };
};
