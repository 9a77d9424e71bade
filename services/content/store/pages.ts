import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { s3 } from '../../shared/clients.ts';
import { variable } from '../../shared/environment.ts';

const pages = /* @__PURE__ */ variable('PAGES_BUCKET');

/** What a browser keeps for a minute and the CDN for good: the CDN knows the object by its key, which changes with its content. */
const SHORT_LIVED = 'public, max-age=60, s-maxage=31536000';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const PRIVATE = 'private, no-store';

const CACHING = { page: SHORT_LIVED, static: IMMUTABLE, private: PRIVATE } as const;

/** A file as it is kept. */
export type StoredFile = {
  key: string;
  body: Uint8Array | string;
  contentType: string;
  caching: keyof typeof CACHING;
  /** The HTTP status that the edge answers it with. Default: 200. */
  status?: number;
};

/** Writes a file of the site. */
export const writeFile = async ({ key, body, contentType, caching, status }: StoredFile): Promise<void> => {
  const CacheControl = CACHING[caching];
  const Metadata = status === undefined ? undefined : { status: String(status) };
  await s3.send(
    new PutObjectCommand({ Bucket: pages, Key: key, Body: body, ContentType: contentType, CacheControl, Metadata }),
  );
};

/** Whether there is such a file. Without the right to list the bucket, S3 refuses to say that there is none: 403, and no body to say why. */
export const hasFile = async (key: string): Promise<boolean> => {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: pages, Key: key }));
    return true;
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 404 || status === 403) return false;
    throw error;
  }
};

/** Reads a JSON file that this domain wrote. */
export const readJson = async <Value>(key: string): Promise<Value> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: pages, Key: key }));
  return JSON.parse((await Body?.transformToString()) ?? '') as Value;
};

/** Writes a JSON file that only this domain reads. */
export const writeJson = (key: string, value: unknown): Promise<void> =>
  writeFile({ key, body: JSON.stringify(value), contentType: 'application/json', caching: 'private' });
