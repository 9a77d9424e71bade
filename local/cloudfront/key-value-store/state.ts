import { AwsError } from '../../aws/error.ts';
import type { Permission } from '../../aws/service.ts';
import type { KeyValueStore, KeyValueStores } from './store.ts';

/** What the actions of key value stores work with. */
export type KeyValues = { accountId: string; stores: KeyValueStores };

export const storeArn = (accountId: string, id: string): string =>
  `arn:aws:cloudfront::${accountId}:key-value-store/${id}`;

const ARN = /^arn:aws:cloudfront::(\d{12}):key-value-store\/([^/]+)$/;

/** The id of the store that an ARN names; undefined where it names none of this account. */
export const idOfArn = (accountId: string, arn: string): string | undefined => {
  const [, account, id] = ARN.exec(arn) ?? [];
  return account === accountId ? id : undefined;
};

/** Throws `ValidationException` for what is no ARN of a store, `ResourceNotFoundException` where there is none. */
export const foundStore = ({ accountId, stores }: KeyValues, arn: unknown): KeyValueStore => {
  if (typeof arn !== 'string' || !ARN.test(arn)) throw invalid('KvsARN must be the ARN of a key value store.');
  const store = stores.find(idOfArn(accountId, arn) ?? '');
  if (store) return store;
  throw new AwsError('ResourceNotFoundException', 'The key value store was not found.', 404);
};

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message, 400);

/** What a call on a store needs. */
export const permissionOn =
  (action: string) =>
  ({ KvsARN }: { KvsARN?: unknown }): Permission[] => [
    { action: `cloudfront-keyvaluestore:${action}`, resource: String(KvsARN) },
  ];
