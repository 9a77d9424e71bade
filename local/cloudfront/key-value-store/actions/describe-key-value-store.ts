import type { Operation } from '../../../aws/service.ts';
import { foundStore, type KeyValues, permissionOn } from '../state.ts';

/** Size and version of a store. */
export const describeKeyValueStore = (keyValues: KeyValues): Operation => ({
  members: ['KvsARN'],
  permissions: permissionOn('DescribeKeyValueStore'),
  run({ KvsARN }: { KvsARN: string }) {
    const { items, bytes, etag, createdAt, changedAt } = foundStore(keyValues, KvsARN);
    return {
      ItemCount: items,
      TotalSizeInBytes: bytes,
      KvsARN,
      Created: createdAt / 1000,
      LastModified: changedAt / 1000,
      ETag: etag,
      Status: 'READY',
    };
  },
});
