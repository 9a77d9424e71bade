import type { DatabaseSync } from 'node:sqlite';

export type StoredObject = {
  key: string;
  body: Buffer;
  contentType: string;
  contentLength: number;
  /** In double quotes. */
  etag: string;
  lastModified: Date;
  metadata: Record<string, string>;
  contentLanguage?: string;
  contentDisposition?: string;
  cacheControl?: string;
  contentEncoding?: string;
  parts?: { partNumber: number; offset: number; length: number }[];
  checksumAlgorithm?: string;
  checksumValue?: string;
  checksumType?: 'FULL_OBJECT' | 'COMPOSITE';
  partChecksums?: string[];
};

export type SystemMetadata = Pick<
  StoredObject,
  'contentLanguage' | 'contentDisposition' | 'cacheControl' | 'contentEncoding'
>;

export type StoredPart = { partNumber: number; body: Buffer; etag: string; lastModified: Date; checksumValue?: string };

export type MultipartUpload = SystemMetadata & {
  uploadId: string;
  bucket: string;
  key: string;
  contentType: string;
  metadata: Record<string, string>;
  parts: Map<number, StoredPart>;
  initiated: Date;
  checksumAlgorithm?: string;
};

/** Everything is synchronous; what a call has written is on disk when it returns. Keeps only metadata in memory. */
export type S3Store = {
  buckets: Map<string, Map<string, StoredObject>>;
  bucketCreationDates: Map<string, Date>;
  multipartUploads: Map<string, MultipartUpload>;
  createBucket(name: string): void;
  deleteBucket(name: string): void;
  putObject(
    bucket: string,
    key: string,
    body: Buffer,
    contentType?: string,
    metadata?: Record<string, string>,
    system?: SystemMetadata,
    checksum?: { algorithm: string; value: string; type: 'FULL_OBJECT' | 'COMPOSITE'; partChecksums?: string[] },
  ): StoredObject;
  getObject(bucket: string, key: string): StoredObject;
  deleteObject(bucket: string, key: string): void;
  createMultipartUpload(
    bucket: string,
    key: string,
    contentType?: string,
    metadata?: Record<string, string>,
    system?: SystemMetadata,
    checksumAlgorithm?: string,
  ): string;
  uploadPart(uploadId: string, partNumber: number, body: Buffer, checksum?: string): { etag: string };
  completeMultipartUpload(uploadId: string, parts: { partNumber: number; etag: string }[]): StoredObject;
  abortMultipartUpload(uploadId: string): void;
  /** Sets the checksum of an object that is there. */
  setChecksum(bucket: string, key: string, checksum: ObjectChecksum | undefined): void;
};

export type ObjectChecksum = Pick<
  StoredObject,
  'checksumAlgorithm' | 'checksumValue' | 'checksumType' | 'partChecksums'
>;

/** Writes and keeps the checksums of objects that are there. */
export const checksumSetter = (database: DatabaseSync, store: Pick<S3Store, 'buckets'>): S3Store['setChecksum'] => {
  const update = database.prepare(
    'UPDATE s3_objects SET checksum_algorithm = ?, checksum_value = ?, checksum_type = ?, part_checksums = ? WHERE bucket = ? AND key = ?',
  );
  return (bucket, key, checksum = {}) => {
    const { checksumAlgorithm, checksumValue, checksumType, partChecksums } = checksum;
    const parts = partChecksums && JSON.stringify(partChecksums);
    update.run(checksumAlgorithm ?? null, checksumValue ?? null, checksumType ?? null, parts ?? null, bucket, key);
    const object = store.buckets.get(bucket)?.get(key);
    if (object) Object.assign(object, { checksumAlgorithm, checksumValue, checksumType, partChecksums });
  };
};
