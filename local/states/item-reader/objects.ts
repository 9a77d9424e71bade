import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { AwsError } from '../../aws/error.ts';
import { optimisedFailure } from '../integrations/failure.ts';
import type { JsonObject } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import { readerFailed } from './failed.ts';

/** Calls S3 as the role of the machine. */
export type S3 = (operation: string, input: JsonObject) => Promise<Record<string, unknown>>;

/** As `s3`, with every failure as `States.ItemReaderFailed`. */
export const readingFrom =
  (s3: S3): S3 =>
  async (operation, input) => {
    try {
      return await s3(operation, input);
    } catch (error) {
      if (error instanceof AwsError) throw readerFailed(described(error));
      throw error instanceof StateError ? readerFailed(error.reason ?? '') : error;
    }
  };

const described = (error: AwsError): string =>
  optimisedFailure('S3', 'AmazonS3Exception', 'Amazon S3')(error).reason ?? error.message;

/** The text of an object, unpacked where its key ends in `.gz` or `.zst`. */
export const textOf = async (s3: S3, request: JsonObject): Promise<string> => {
  const { Body } = await s3('GetObject', request);
  const bytes = typeof Body === 'string' ? Buffer.from(Body) : Buffer.from(Body as Uint8Array);
  const text = unpacked(String(request.Key), bytes).toString('utf8');
  // A byte order mark is no part of the first column's name.
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
};

const unpacked = (key: string, bytes: Buffer): Buffer => {
  try {
    if (key.endsWith('.gz')) return gunzipSync(bytes);
    return key.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes;
  } catch (error) {
    throw readerFailed(`The object ${key} cannot be unpacked: ${(error as Error).message}`);
  }
};

/** An entry of a listing, as it becomes an item: `LastModified` in seconds since the epoch. */
export type Listed = { Etag: string; Key: string; LastModified: number; Size: number; StorageClass: string };

/** All objects that a listing names, page by page. */
export async function* listed(s3: S3, request: JsonObject): AsyncGenerator<Listed> {
  let token: unknown;
  do {
    const page = await s3(
      'ListObjectsV2',
      token === undefined ? request : { ...request, ContinuationToken: String(token) },
    );
    for (const entry of (page.Contents ?? []) as Record<string, unknown>[]) {
      yield {
        Etag: String(entry.ETag),
        Key: String(entry.Key),
        LastModified: Math.floor(new Date(entry.LastModified as string | Date).getTime() / 1000),
        Size: Number(entry.Size),
        StorageClass: String(entry.StorageClass ?? 'STANDARD'),
      };
    }
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}
