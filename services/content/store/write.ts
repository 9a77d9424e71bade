import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { AuditEntry, ItemRecord, Revision } from '../item.ts';
import type { Publication } from '../publication.ts';
import { itemKey, publicationKey, revisionKey } from './keys.ts';
import { contentTable } from './table.ts';

/** An address that an item takes or gives up. */
export type SlugChange = { locale: string; slug: string };

/** What one action does to one item. */
export type Change = {
  /** The item as it is to be. */
  item: ItemRecord;
  /** `writes` of the item as it was read; undefined where it is new. */
  writes?: number;
  revision?: Revision;
  audit?: AuditEntry;
  takes?: readonly SlugChange[];
  gives?: readonly SlugChange[];
};

/** `conflict`: somebody changed the item in between, so read it again. */
export type Outcome = 'written' | 'conflict' | { taken: SlugChange };

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const TableName = contentTable;
const slugKey = ({ locale, slug }: SlugChange) => ({ pk: `SLUG#${locale}#${slug}`, sk: 'SLUG' });

const itemWrite = ({ item, writes }: Change): Write => ({
  Put: {
    TableName,
    Item: {
      ...itemKey(item.itemId),
      listPk: 'ITEMS',
      listSk: `${item.updatedAt}#${item.itemId}`,
      ...item,
      writes: (writes ?? 0) + 1,
    },
    ...(writes === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'writes = :writes', ExpressionAttributeValues: { ':writes': writes } }),
  },
});

const slugWrites = ({ item, takes = [], gives = [] }: Change): Write[] => [
  ...takes.map((slug) => ({
    Put: {
      TableName,
      Item: { ...slugKey(slug), itemId: item.itemId },
      ConditionExpression: 'attribute_not_exists(pk) OR itemId = :me',
      ExpressionAttributeValues: { ':me': item.itemId },
    },
  })),
  ...gives.map((slug) => ({ Delete: { TableName, Key: slugKey(slug) } })),
];

const recordWrites = ({ item, revision, audit }: Change): Write[] => [
  ...(revision ? [{ Put: { TableName, Item: { ...revisionKey(item.itemId, revision.version), ...revision } } }] : []),
  ...(audit
    ? [
        {
          Put: { TableName, Item: { pk: itemKey(item.itemId).pk, sk: `AUDIT#${audit.at}#${audit.entryId}`, ...audit } },
        },
      ]
    : []),
];

const publicationWrite = (publication: Publication): Write => ({
  Put: {
    TableName,
    Item: { ...publicationKey(publication.publicationId), ...publication },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Writes all of it or nothing. The table's stream announces what was written, so nothing has to be sent besides. */
export const write = async (changes: readonly Change[], publication?: Publication): Promise<Outcome> => {
  const slugs = changes.flatMap((change) => slugWrites(change).map((each, index) => ({ each, index, change })));
  const writes = [
    ...changes.map(itemWrite),
    ...slugs.map(({ each }) => each),
    ...changes.flatMap(recordWrites),
    ...(publication ? [publicationWrite(publication)] : []),
  ];
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes }));
    return 'written';
  } catch (error) {
    const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
    const failed = reasons.findIndex(({ Code = 'None' }) => Code !== 'None');
    if (failed === -1) throw error;
    const slug = slugs[failed - changes.length];
    const taken = slug?.change.takes?.[slug.index];
    if (taken && reasons[failed]?.Code === 'ConditionalCheckFailed') return { taken };
    const known = reasons.every(({ Code = 'None' }) =>
      ['None', 'ConditionalCheckFailed', 'TransactionConflict'].includes(Code),
    );
    if (!known) throw error;
    return 'conflict';
  }
};
