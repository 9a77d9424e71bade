import { type Honoured, named } from '../aws/honouring.ts';

/** Who pays for a request and on which class of disk an object lies is nothing that a laptop could show. */
const PAYER = { RequestPayer: 'nobody pays for requests here' };
const LYING = {
  ServerSideEncryption: 'objects lie on the disk of the laptop, encrypted or not as that is',
  SSEKMSKeyId: 'objects lie on the disk of the laptop, encrypted or not as that is',
  SSEKMSEncryptionContext: 'objects lie on the disk of the laptop, encrypted or not as that is',
  BucketKeyEnabled: 'objects lie on the disk of the laptop, encrypted or not as that is',
  StorageClass: 'objects are read as fast from every class; archives, which must be restored first, are refused',
};

const OWNER = 'Bucket ExpectedBucketOwner';
const OBJECT = `${OWNER} Key`;
const GRANTS = 'ACL GrantFullControl GrantRead GrantReadACP GrantWriteACP';
const CHECKSUMS = 'ChecksumCRC32 ChecksumCRC32C ChecksumCRC64NVME ChecksumSHA1 ChecksumSHA256';
const CONTENT = 'CacheControl ContentDisposition ContentEncoding ContentLanguage ContentType Metadata Tagging';
const SOURCE =
  'CopySource ExpectedSourceBucketOwner CopySourceIfMatch CopySourceIfModifiedSince CopySourceIfNoneMatch CopySourceIfUnmodifiedSince';
const READ = `${OBJECT} IfMatch IfModifiedSince IfNoneMatch IfUnmodifiedSince Range PartNumber ChecksumMode ResponseCacheControl ResponseContentDisposition ResponseContentEncoding ResponseContentLanguage ResponseContentType ResponseExpires`;
/** What the front door holds against the bytes as they come. */
const BYTES = 'ContentLength ContentMD5 ChecksumAlgorithm';
const SENT = 'ContentMD5 ChecksumAlgorithm';

const all = (members: string, withoutEffect?: Record<string, string>, differs?: string): Honoured => ({
  members: named(members),
  ...(withoutEffect && { withoutEffect }),
  ...(differs === undefined ? {} : { differs }),
});

/** A setting of a bucket: to be read or removed it takes the bucket alone. */
const setting = all(OWNER);

const NONE_ARCHIVED = {
  ...PAYER,
  OptionalObjectAttributes: 'no object here is archived, so none has a state of restoring',
};

/** What S3's operations make of their input. */
export const S3_HONOURED: Readonly<Record<string, Honoured>> = {
  AbortMultipartUpload: all(`${OBJECT} UploadId`, PAYER),
  CompleteMultipartUpload: all(
    `${OBJECT} UploadId MultipartUpload ${CHECKSUMS} ChecksumType IfMatch IfNoneMatch`,
    PAYER,
  ),
  CopyObject: all(
    `${OBJECT} ${GRANTS} ${CONTENT} ${SOURCE} ChecksumAlgorithm IfMatch IfNoneMatch MetadataDirective TaggingDirective`,
    { ...PAYER, ...LYING },
  ),
  CreateBucket: all(
    'Bucket ACL CreateBucketConfiguration ObjectOwnership',
    undefined,
    'Objects always belong to the owner of the bucket: ACLs and other ownerships are refused.',
  ),
  CreateMultipartUpload: all(`${OBJECT} ${GRANTS} ${CONTENT} ChecksumAlgorithm ChecksumType`, { ...PAYER, ...LYING }),
  DeleteBucket: setting,
  DeleteBucketCors: setting,
  DeleteBucketLifecycle: setting,
  DeleteBucketPolicy: setting,
  DeleteBucketTagging: setting,
  DeleteObject: all(`${OBJECT} IfMatch`, PAYER),
  DeleteObjectTagging: all(OBJECT),
  DeleteObjects: all(`${OWNER} Delete ChecksumAlgorithm`, PAYER),
  GetBucketCors: setting,
  GetBucketEncryption: setting,
  GetBucketLifecycleConfiguration: setting,
  GetBucketLocation: setting,
  GetBucketNotificationConfiguration: setting,
  GetBucketOwnershipControls: setting,
  GetBucketPolicy: setting,
  GetBucketPolicyStatus: setting,
  GetBucketTagging: setting,
  GetBucketVersioning: setting,
  GetObject: all(READ, PAYER),
  GetObjectAttributes: all(
    `${OBJECT} ObjectAttributes`,
    PAYER,
    'Of the parts of an object their number is told and nothing else.',
  ),
  GetObjectTagging: all(OBJECT, PAYER),
  GetPublicAccessBlock: setting,
  HeadBucket: setting,
  HeadObject: all(READ, PAYER),
  ListBuckets: all('MaxBuckets ContinuationToken Prefix BucketRegion'),
  ListMultipartUploads: all(`${OWNER} Delimiter EncodingType KeyMarker MaxUploads Prefix UploadIdMarker`, PAYER),
  ListObjects: all(`${OWNER} Delimiter EncodingType Marker MaxKeys Prefix`, NONE_ARCHIVED),
  ListObjectsV2: all(
    `${OWNER} Delimiter EncodingType MaxKeys Prefix ContinuationToken FetchOwner StartAfter`,
    NONE_ARCHIVED,
  ),
  ListParts: all(`${OBJECT} UploadId MaxParts PartNumberMarker`, PAYER),
  PostObject: all(`${OBJECT} Body ${CHECKSUMS} ${CONTENT}`, LYING),
  PutBucketCors: all(`${OWNER} CORSConfiguration ${SENT}`),
  PutBucketLifecycleConfiguration: all(`${OWNER} LifecycleConfiguration ChecksumAlgorithm`),
  PutBucketNotificationConfiguration: all(`${OWNER} NotificationConfiguration`),
  PutBucketPolicy: all(`${OWNER} Policy ${SENT}`),
  PutBucketTagging: all(`${OWNER} Tagging ${SENT}`),
  PutBucketVersioning: all(`${OWNER} VersioningConfiguration ${SENT}`),
  PutObject: all(`${OBJECT} ${GRANTS} Body ${CONTENT} ${CHECKSUMS} ${BYTES} IfMatch IfNoneMatch`, {
    ...PAYER,
    ...LYING,
  }),
  PutObjectTagging: all(`${OBJECT} Tagging ${SENT}`, PAYER),
  UploadPart: all(`${OBJECT} PartNumber UploadId Body ${CHECKSUMS} ${BYTES}`, PAYER),
  UploadPartCopy: all(`${OBJECT} ${SOURCE} CopySourceRange PartNumber UploadId`, PAYER),
};
