import { AwsError } from '../../aws/error.ts';
import { foundStore, invalid, type KeyValues } from './state.ts';
import type { Changes, KeyValueStore, Pair } from './store.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores */
const LONGEST_KEY = 512;
const LONGEST_VALUE = 1024;
const LARGEST_STORE = 5 * 2 ** 20;

export type Changed = { ItemCount: number; TotalSizeInBytes: number; ETag: string };

/** Throws `ValidationException` where it is no key. */
export const requireKey = (key: unknown): string => {
  if (typeof key !== 'string' || key === '') throw invalid('Key must be a text of at least one character.');
  if (Buffer.byteLength(key) > LONGEST_KEY) throw invalid(`Key must be at most ${LONGEST_KEY} bytes.`);
  return key;
};

const requireValue = (value: unknown): string => {
  if (typeof value !== 'string') throw invalid('Value must be a text.');
  if (Buffer.byteLength(value) > LONGEST_VALUE) throw invalid(`Value must be at most ${LONGEST_VALUE} bytes.`);
  return value;
};

/** Throws `ValidationException` where the members are not those of a pair. */
export const requirePair = ({ Key, Value }: { Key?: unknown; Value?: unknown }): Pair => ({
  key: requireKey(Key),
  value: requireValue(Value),
});

/**
 * Changes a store that is still what `IfMatch` says. Throws `ConflictException` where it is not, `ResourceNotFoundException`
 * for a key that is deleted and not there, `ServiceQuotaExceededException` where the store would hold more than 5 MB.
 */
export const changeStore = (keyValues: KeyValues, { KvsARN, IfMatch }: Target, changes: Changes): Changed => {
  const store = foundStore(keyValues, KvsARN);
  if (typeof IfMatch !== 'string' || IfMatch === '') throw invalid('IfMatch must be the ETag of the key value store.');
  if (IfMatch !== store.etag) throw new AwsError('ConflictException', 'Resource is not in expected state.', 409);
  for (const key of changes.deletes) requireThere(keyValues, store, key);
  const { items, bytes, etag } = keyValues.stores.change(store.id, changes, requireRoom);
  return { ItemCount: items, TotalSizeInBytes: bytes, ETag: etag };
};

type Target = { KvsARN?: unknown; IfMatch?: unknown };

/** The value of a key. Throws `ResourceNotFoundException` where the store has none of it. */
export const requireThere = ({ stores }: KeyValues, { id }: KeyValueStore, key: string): string => {
  const value = stores.value(id, key);
  if (value !== undefined) return value;
  throw new AwsError('ResourceNotFoundException', `The key ${key} was not found.`, 404);
};

const requireRoom = ({ bytes }: KeyValueStore): void => {
  if (bytes <= LARGEST_STORE) return;
  throw new AwsError('ServiceQuotaExceededException', 'The key value store would be larger than 5 MB.', 402);
};
