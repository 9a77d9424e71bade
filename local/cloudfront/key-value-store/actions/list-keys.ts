import { pageOf, pageStart } from '../../../aws/paging.ts';
import type { Operation } from '../../../aws/service.ts';
import { foundStore, invalid, type KeyValues, permissionOn } from '../state.ts';

/** Most keys of a page. */
const MOST = 50;
const USUAL = 10;

type Input = { KvsARN: string; NextToken?: string; MaxResults?: number };

/** Keys with their values, in pages. */
export const listKeys = (keyValues: KeyValues): Operation => ({
  members: ['KvsARN', 'NextToken', 'MaxResults'],
  permissions: permissionOn('ListKeys'),
  run({ KvsARN, NextToken, MaxResults = USUAL }: Input) {
    const { id } = foundStore(keyValues, KvsARN);
    if (!Number.isInteger(MaxResults) || MaxResults < 1 || MaxResults > MOST)
      throw invalid(`MaxResults must be between 1 and ${MOST}.`);
    const after = pageStart(id, NextToken, '', () => invalid('NextToken is not one of this key value store.'));
    const found = keyValues.stores.keys(id, after, MaxResults + 1);
    const { items, more } = pageOf(id, found, MaxResults, ({ key }) => key);
    return { Items: items.map(({ key, value }) => ({ Key: key, Value: value })), ...more };
  },
});
