import { AwsError } from '../aws/error.ts';
import { notImplemented } from './not-implemented.ts';

/** Headers that would change what is stored in a way the runtime does not keep; each is refused by name. */
const REFUSED = [
  'expires',
  'x-amz-website-redirect-location',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-retain-until-date',
  'x-amz-object-lock-legal-hold',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-copy-source-server-side-encryption-customer-algorithm',
];

/** Storage classes whose objects cannot be read before they are restored. */
const ARCHIVES = ['GLACIER', 'DEEP_ARCHIVE'];

/**
 * Refuses, by name, what a write asks for and the runtime does not do. `get` reads a header, or a field of a form.
 * Other storage classes and encryption change nothing that a laptop could show, and are taken.
 */
export const refuseUnsupported = (get: (name: string) => string | undefined): void => {
  const archive = ARCHIVES.includes(get('x-amz-storage-class') ?? '') ? 'x-amz-storage-class' : undefined;
  const Header = archive ?? REFUSED.find((name) => get(name) !== undefined);
  if (Header) throw notImplemented(Header, 'header', `: ${Header}`);
  const granted = ['full-control', 'read', 'read-acp', 'write', 'write-acp'].some(
    (grant) => get(`x-amz-grant-${grant}`) !== undefined,
  );
  refuseAcl(get('x-amz-acl') ?? get('acl'), granted);
};

/** As in every bucket made since 2023, whose objects all belong to its owner. */
const refuseAcl = (acl: unknown, granted: boolean): void => {
  if (granted || (acl !== undefined && acl !== 'bucket-owner-full-control'))
    throw new AwsError('AccessControlListNotSupported', 'The bucket does not allow ACLs', 400);
};

type Common = Readonly<Record<string, unknown>>;

const GRANTS = ['GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWrite', 'GrantWriteACP'];

/** Refuses what any call may ask for in the SDK's names: another owner than the bucket's, an ACL, an archive. */
export const refuseMembers = (input: Common, accountId: string): void => {
  const { ExpectedBucketOwner: owner = accountId, ExpectedSourceBucketOwner: source = accountId } = input;
  if (owner !== accountId || source !== accountId) throw new AwsError('AccessDenied', 'Access Denied', 403);
  refuseAcl(
    input.ACL,
    GRANTS.some((grant) => input[grant] !== undefined),
  );
  if (ARCHIVES.includes(String(input.StorageClass ?? '')))
    throw notImplemented('x-amz-storage-class', 'header', ': StorageClass');
};
