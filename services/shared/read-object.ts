import { createHash } from 'node:crypto';
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { s3 } from './clients.ts';

/** The object is gone: its asset was removed meanwhile. Terminal. */
export class OriginalMissingError extends Error {
  override name = 'OriginalMissingError';
}

/** Another object has taken the place of the one that was meant; its own event brings its own processing. Terminal. */
export class OriginalReplacedError extends Error {
  override name = 'OriginalReplacedError';
}

/** Reads a whole object, provided that it still has this entity tag. */
export const readObject = async (bucket: string, key: string, etag: string): Promise<Uint8Array> =>
  bytesOf(await get(bucket, key, etag));

/** Reads the bytes from `start` up to `end`, `end` not included, and how many the object has. An empty object has none. */
export const readRange = async (
  bucket: string,
  key: string,
  etag: string,
  { start, end }: { start: number; end: number },
): Promise<{ bytes: Uint8Array; size: number }> => {
  try {
    const answer = await get(bucket, key, etag, `bytes=${start}-${end - 1}`);
    const bytes = await bytesOf(answer);
    return { bytes, size: Number(answer.ContentRange?.split('/')[1] ?? bytes.byteLength) };
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidRange' && start === 0)
      return { bytes: new Uint8Array(), size: 0 };
    throw error;
  }
};

/** The SHA-256 of an object in hex digits, which holds none of it in memory for longer than it takes to come by. */
export const hashObject = async (bucket: string, key: string, etag: string): Promise<string> => {
  const { Body } = await get(bucket, key, etag);
  const hash = createHash('sha256');
  if (Body) for await (const chunk of Body as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
};

const bytesOf = async ({ Body }: GetObjectCommandOutput): Promise<Uint8Array> =>
  (await Body?.transformToByteArray()) ?? new Uint8Array();

const get = async (Bucket: string, Key: string, IfMatch: string, Range?: string): Promise<GetObjectCommandOutput> => {
  try {
    return await s3.send(new GetObjectCommand({ Bucket, Key, IfMatch, Range }));
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NoSuchKey') {
      throw new OriginalMissingError(`There is no object ${Key} any more.`, { cause });
    }
    if (cause instanceof Error && cause.name === 'PreconditionFailed') {
      throw new OriginalReplacedError(`The object ${Key} was replaced while it was being processed.`, { cause });
    }
    throw cause;
  }
};
