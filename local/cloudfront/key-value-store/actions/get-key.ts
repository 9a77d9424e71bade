import type { Operation } from '../../../aws/service.ts';
import { requireKey, requireThere } from '../change.ts';
import { foundStore, type KeyValues, permissionOn } from '../state.ts';

/** The value of one key. */
export const getKey = (keyValues: KeyValues): Operation => ({
  members: ['KvsARN', 'Key'],
  permissions: permissionOn('GetKey'),
  run(input: { KvsARN: string; Key: string }) {
    const store = foundStore(keyValues, input.KvsARN);
    const key = requireKey(input.Key);
    const value = requireThere(keyValues, store, key);
    return { Key: key, Value: value, ItemCount: store.items, TotalSizeInBytes: store.bytes };
  },
});
