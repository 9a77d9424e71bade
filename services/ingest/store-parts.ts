import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  paginateListParts,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { s3 } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import type { Completed, CompletedPart, Part } from './parts.ts';
import type { PartsConditions } from './ticket.ts';

const Bucket = /* @__PURE__ */ variable('UPLOADS_BUCKET');

const isNamed = (error: unknown, ...names: string[]): error is Error =>
  error instanceof Error && names.includes(error.name);

/** Begins an upload in parts; answers its id. */
export const beginParts = async ({ key, contentType, metadata }: PartsConditions): Promise<string> => {
  const own = Object.entries(metadata).map(([name, value]) => [name.replace(/^x-amz-meta-/, ''), value]);
  const { UploadId = '' } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key: key, ContentType: contentType, Metadata: Object.fromEntries(own) }),
  );
  return UploadId;
};

/** Signs an address that takes one part. */
export const signPart = (Key: string, UploadId: string, PartNumber: number, expiresIn: number): Promise<string> =>
  getSignedUrl(s3, new UploadPartCommand({ Bucket, Key, UploadId, PartNumber }), { expiresIn });

/** The parts that are there, or undefined where there is no such upload of this key. */
export const listParts = async (Key: string, UploadId: string): Promise<Part[] | undefined> => {
  const parts: Part[] = [];
  try {
    for await (const { Parts = [] } of paginateListParts({ client: s3 }, { Bucket, Key, UploadId }))
      for (const { PartNumber = 0, Size = 0, ETag = '' } of Parts)
        parts.push({ partNumber: PartNumber, size: Size, etag: ETag });
    return parts;
  } catch (error) {
    if (isNamed(error, 'NoSuchUpload')) return undefined;
    throw error;
  }
};

/** Makes an object of parts. */
export const completeParts = async (
  Key: string,
  UploadId: string,
  parts: readonly CompletedPart[],
): Promise<Completed> => {
  const Parts = parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
  try {
    await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
    return { outcome: 'completed' };
  } catch (error) {
    if (isNamed(error, 'NoSuchUpload')) return { outcome: 'no-such-upload' };
    if (isNamed(error, 'InvalidPart', 'InvalidPartOrder', 'EntityTooSmall'))
      return { outcome: 'unfit', reason: error.message };
    throw error;
  }
};

/** Ends an upload in parts; one that is not there counts as ended. */
export const abortParts = async (Key: string, UploadId: string): Promise<void> => {
  try {
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  } catch (error) {
    if (!isNamed(error, 'NoSuchUpload')) throw error;
  }
};

/** Whether an original is there. */
export const hasObject = async (Key: string): Promise<boolean> => {
  try {
    await s3.send(new HeadObjectCommand({ Bucket, Key }));
    return true;
  } catch (error) {
    // Whoever may not list a bucket is told 403 of what is not there.
    const { httpStatusCode = 0 } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {};
    if (httpStatusCode === 404 || httpStatusCode === 403) return false;
    throw error;
  }
};
