import { CHECKSUM_ALGORITHMS, checksum } from '../../aws/checksum.ts';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { StoredObject } from '../../fauxqs/s3-store.ts';
import { copySource } from '../copy-source.ts';
import { expirationHeader } from '../lifecycle/sweep.ts';
import { checksumOutput } from '../object-output.ts';
import { checkRead, checkWrite } from '../preconditions.ts';
import { commit, objectsOf, onTagged, type S3 } from '../s3.ts';
import { tagsOfHeader } from '../tags.ts';
import { systemMetadata, userMetadata } from '../write-input.ts';
import { findObject } from './get-object.ts';
import { checkKey, writePermissions } from './put-object.ts';

type Input = {
  Bucket: string;
  Key: string;
  CopySource: string;
  MetadataDirective?: string;
  /** Which checksum the copy has, where not that of the original. */
  ChecksumAlgorithm?: string;
  Tagging?: string;
  /** COPY, which is the default, or REPLACE. */
  TaggingDirective?: string;
  ContentType?: string;
  Metadata?: Record<string, string>;
  IfMatch?: string;
  IfNoneMatch?: string;
  CopySourceIfMatch?: string;
  CopySourceIfNoneMatch?: string;
  CopySourceIfModifiedSince?: unknown;
  CopySourceIfUnmodifiedSince?: unknown;
};

export const copyObject = (s3: S3): Operation => ({
  permissions({ Bucket, Key, CopySource, Tagging }: Input) {
    const source = copySource(CopySource);
    return [onTagged(s3, 's3:GetObject', source.Bucket, source.Key), ...writePermissions(Bucket, Key, Tagging)];
  },
  run(input: Input, context) {
    const { Bucket: bucket, Key: key } = input;
    const source = copySource(input.CopySource);
    const replace = input.MetadataDirective === 'REPLACE';
    if (source.Bucket === bucket && source.Key === key && !replace) {
      const message =
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.";
      throw new AwsError('InvalidRequest', message, 400);
    }
    checkKey(key);
    const original = findObject(s3, source, context);
    checkSource(input, original);
    checkWrite(input, key, objectsOf(s3, bucket).get(key));
    const { body } = s3.store.getObject(source.Bucket, source.Key);
    const tags =
      input.TaggingDirective === 'REPLACE' ? tagsOfHeader(input.Tagging ?? '') : s3.tags.get(source.Bucket, source.Key);
    const copy = commit(s3, { bucket, key, reason: 'CopyObject', context, tags }, () =>
      s3.store.putObject(
        bucket,
        key,
        body,
        replace ? (input.ContentType ?? 'binary/octet-stream') : original.contentType,
        replace ? userMetadata(input.Metadata) : original.metadata,
        replace ? systemMetadata(input) : original,
        copiedChecksum(input.ChecksumAlgorithm, body, original),
      ),
    );
    return {
      CopyObjectResult: { ETag: copy.etag, LastModified: copy.lastModified, ...checksumOutput(copy) },
      ServerSideEncryption: 'AES256',
      ...expirationHeader(s3, bucket, copy),
    };
  },
});

/** The checksum of a copy: the one asked for, or else the original's. Throws `InvalidRequest` for one that S3 does not have. */
const copiedChecksum = (asked: string | undefined, body: Buffer, original: StoredObject) => {
  const { checksumAlgorithm: algorithm, checksumValue: value, checksumType: type, partChecksums } = original;
  if (asked === undefined)
    return algorithm && value ? { algorithm, value, type: type ?? 'FULL_OBJECT', partChecksums } : undefined;
  const known = CHECKSUM_ALGORITHMS.find((each) => each === asked.toLowerCase());
  if (!known) {
    const list = CHECKSUM_ALGORITHMS.map((each) => each.toUpperCase()).join(', ');
    throw new AwsError(
      'InvalidRequest',
      `Checksum algorithm provided is unsupported. Please try again with any of the valid types: [${list}]`,
      400,
    );
  }
  return { algorithm: asked, value: checksum(known, body), type: 'FULL_OBJECT' as const, partChecksums: undefined };
};

type SourceConditions = Pick<
  Input,
  'CopySourceIfMatch' | 'CopySourceIfNoneMatch' | 'CopySourceIfModifiedSince' | 'CopySourceIfUnmodifiedSince'
>;

/** Throws `PreconditionFailed` where the object to copy is not as the caller wants it. */
export const checkSource = (input: SourceConditions, original: Parameters<typeof checkRead>[1]): void => {
  const conditions = {
    IfMatch: input.CopySourceIfMatch,
    IfNoneMatch: input.CopySourceIfNoneMatch,
    IfModifiedSince: input.CopySourceIfModifiedSince,
    IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
  };
  try {
    checkRead(conditions, original);
  } catch (error) {
    // A copy answers 412 where a read would answer 304.
    if (!(error instanceof AwsError) || error.code !== 'NotModified') throw error;
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
  }
};
