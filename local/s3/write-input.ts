import { CHECKSUM_ALGORITHMS } from '../aws/checksum.ts';
import { AwsError } from '../aws/error.ts';
import type { SystemMetadata } from '../fauxqs/s3-store.ts';

/** What a write may say about an object beside its bytes, in the SDK's names. */
export type WriteInput = {
  Bucket?: string;
  CacheControl?: string;
  ContentDisposition?: string;
  ContentEncoding?: string;
  ContentLanguage?: string;
};

export const systemMetadata = (input: WriteInput): SystemMetadata => ({
  cacheControl: input.CacheControl,
  contentDisposition: input.ContentDisposition,
  contentEncoding: input.ContentEncoding,
  contentLanguage: input.ContentLanguage,
});

/** Largest user-defined metadata, in bytes of names and values together. */
const METADATA_LIMIT = 2048;

/** Metadata names are lower case in S3. */
export const userMetadata = (metadata: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const entries = Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const size = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  if (size > METADATA_LIMIT) {
    const message = 'Your metadata headers exceed the maximum allowed metadata size';
    throw new AwsError('MetadataTooLarge', message, 400, {
      Size: String(size),
      MaxSizeAllowed: String(METADATA_LIMIT),
    });
  }
  return Object.fromEntries(entries);
};

/** The checksum that came with an object's bytes; it has been verified where it came over HTTP. */
export const writtenChecksum = (
  input: object,
): { algorithm: string; value: string; type: 'FULL_OBJECT' } | undefined => {
  for (const name of CHECKSUM_ALGORITHMS) {
    const algorithm = name.toUpperCase();
    const value = (input as Record<string, unknown>)[`Checksum${algorithm}`];
    if (typeof value === 'string') return { algorithm, value, type: 'FULL_OBJECT' };
  }
  return undefined;
};
