import { AwsError } from '../../../aws/error.ts';
import type { Operation } from '../../../aws/service.ts';
import { storeArn } from '../../key-value-store/state.ts';
import { type Control, storeSummary } from '../state.ts';

/** Settings of a key value store, by its name. */
export const describeKeyValueStore = ({ accountId, stores }: Control): Operation => ({
  members: ['Name'],
  permissions: ({ Name }: { Name: unknown }) => [
    {
      action: 'cloudfront:DescribeKeyValueStore',
      resource: storeArn(accountId, stores.named(String(Name))?.id ?? String(Name)),
    },
  ],
  run({ Name }: { Name: unknown }) {
    const found = stores.named(String(Name));
    if (!found) throw new AwsError('EntityNotFound', 'The key value store entity was not found.', 404);
    return { KeyValueStore: storeSummary(found, storeArn(accountId, found.id)), ETag: found.settingsEtag };
  },
});
