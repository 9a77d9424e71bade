import type { Service } from '../../aws/service.ts';
import { deleteKey } from './actions/delete-key.ts';
import { describeKeyValueStore } from './actions/describe-key-value-store.ts';
import { getKey } from './actions/get-key.ts';
import { listKeys } from './actions/list-keys.ts';
import { putKey } from './actions/put-key.ts';
import { updateKeys } from './actions/update-keys.ts';
import { handle } from './rest.ts';
import type { KeyValues } from './state.ts';

/** The data plane of CloudFront's key value stores. */
export const keyValueStoreService = (keyValues: KeyValues): Service => ({
  name: 'cloudfront-keyvaluestore',
  operations: {
    DeleteKey: deleteKey(keyValues),
    DescribeKeyValueStore: describeKeyValueStore(keyValues),
    GetKey: getKey(keyValues),
    ListKeys: listKeys(keyValues),
    PutKey: putKey(keyValues),
    UpdateKeys: updateKeys(keyValues),
  },
  handle,
});
