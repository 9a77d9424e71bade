import type { Operation } from '../../../aws/service.ts';
import { storeArn } from '../../key-value-store/state.ts';
import { type PageInput, pageOf } from '../paging.ts';
import { type Control, storeSummary } from '../state.ts';

/** Key value stores by name, in pages. */
export const listKeyValueStores = ({ accountId, stores }: Control): Operation => ({
  members: ['Marker', 'MaxItems', 'Status'],
  permissions: () => [{ action: 'cloudfront:ListKeyValueStores', resource: '*' }],
  run(input: PageInput & { Status?: unknown }) {
    // Every store is ready once it is made.
    const found = input.Status === undefined || input.Status === 'READY' ? stores.list() : [];
    const summaries = found.map((store) => storeSummary(store, storeArn(accountId, store.id)));
    const { Marker: _, IsTruncated: __, ...page } = pageOf(summaries, input, ({ Name }) => Name);
    return { KeyValueStoreList: page };
  },
});
