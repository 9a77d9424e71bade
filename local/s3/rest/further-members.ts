import type { S3Request } from './request.ts';

/** Members that travel as headers and that no route reads by itself. An operation that does not honour one refuses it by name. */
const HEADERS: Readonly<Record<string, string>> = {
  ACL: 'x-amz-acl',
  AnnotationDirective: 'x-amz-object-annotation-directive',
  BucketKeyEnabled: 'x-amz-server-side-encryption-bucket-key-enabled',
  BucketNamespace: 'x-amz-bucket-namespace',
  BypassGovernanceRetention: 'x-amz-bypass-governance-retention',
  ChecksumMD5: 'x-amz-checksum-md5',
  ChecksumSHA512: 'x-amz-checksum-sha512',
  ChecksumXXHASH128: 'x-amz-checksum-xxhash128',
  ChecksumXXHASH3: 'x-amz-checksum-xxhash3',
  ChecksumXXHASH64: 'x-amz-checksum-xxhash64',
  ConfirmRemoveSelfBucketAccess: 'x-amz-confirm-remove-self-bucket-access',
  CopySourceSSECustomerAlgorithm: 'x-amz-copy-source-server-side-encryption-customer-algorithm',
  CopySourceSSECustomerKey: 'x-amz-copy-source-server-side-encryption-customer-key',
  CopySourceSSECustomerKeyMD5: 'x-amz-copy-source-server-side-encryption-customer-key-md5',
  ExpectedBucketOwner: 'x-amz-expected-bucket-owner',
  ExpectedSourceBucketOwner: 'x-amz-source-expected-bucket-owner',
  GrantFullControl: 'x-amz-grant-full-control',
  GrantRead: 'x-amz-grant-read',
  GrantReadACP: 'x-amz-grant-read-acp',
  GrantWrite: 'x-amz-grant-write',
  GrantWriteACP: 'x-amz-grant-write-acp',
  IfMatchInitiatedTime: 'x-amz-if-match-initiated-time',
  IfMatchLastModifiedTime: 'x-amz-if-match-last-modified-time',
  IfMatchSize: 'x-amz-if-match-size',
  MFA: 'x-amz-mfa',
  MaxParts: 'x-amz-max-parts',
  MpuObjectSize: 'x-amz-mp-object-size',
  ObjectLockEnabledForBucket: 'x-amz-bucket-object-lock-enabled',
  ObjectLockEventHold: 'x-amz-object-lock-event-hold',
  ObjectLockEventHoldDurationDays: 'x-amz-object-lock-event-hold-duration-days',
  ObjectLockEventHoldDurationYears: 'x-amz-object-lock-event-hold-duration-years',
  ObjectLockLegalHoldStatus: 'x-amz-object-lock-legal-hold',
  ObjectLockMode: 'x-amz-object-lock-mode',
  ObjectLockRetainUntilDate: 'x-amz-object-lock-retain-until-date',
  ObjectOwnership: 'x-amz-object-ownership',
  OptionalObjectAttributes: 'x-amz-optional-object-attributes',
  PartNumberMarker: 'x-amz-part-number-marker',
  RequestPayer: 'x-amz-request-payer',
  SSECustomerAlgorithm: 'x-amz-server-side-encryption-customer-algorithm',
  SSECustomerKey: 'x-amz-server-side-encryption-customer-key',
  SSECustomerKeyMD5: 'x-amz-server-side-encryption-customer-key-md5',
  SSEKMSEncryptionContext: 'x-amz-server-side-encryption-context',
  SSEKMSKeyId: 'x-amz-server-side-encryption-aws-kms-key-id',
  ServerSideEncryption: 'x-amz-server-side-encryption',
  SkipDestinationValidation: 'x-amz-skip-destination-validation',
  StorageClass: 'x-amz-storage-class',
  TransitionDefaultMinimumObjectSize: 'x-amz-transition-default-minimum-object-size',
  WebsiteRedirectLocation: 'x-amz-website-redirect-location',
  WriteOffsetBytes: 'x-amz-write-offset-bytes',
};

const MEMBERS = Object.entries(HEADERS);

/** What a request's headers, or the fields of a form, ask for beyond what is read by itself, in the SDK's names. */
export const furtherMembers = ({ headers }: Pick<S3Request, 'headers'>): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [member, header] of MEMBERS) {
    const value = headers[header];
    if (value !== undefined) found[member] = value;
  }
  return found;
};
