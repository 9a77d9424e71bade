import { GetObjectCommand } from '@aws-sdk/client-s3';
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
export const readObject = async (bucket: string, key: string, etag: string): Promise<Uint8Array> => {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, IfMatch: etag }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NoSuchKey') {
      throw new OriginalMissingError(`There is no object ${key} any more.`, { cause });
    }
    if (cause instanceof Error && cause.name === 'PreconditionFailed') {
      throw new OriginalReplacedError(`The object ${key} was replaced while it was being processed.`, { cause });
    }
    throw cause;
  }
};
