import { GetCommand, QueryCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { ArmedRelease } from '../embargo.ts';
import type { Rehearsal } from '../rehearsal.ts';
import type { StoredRelease } from '../release.ts';
import type { ReleaseChange } from '../release-changing.ts';
import type { PageRequest } from './items.ts';
import { withoutKeys } from './keys.ts';
import { contentTable } from './table.ts';

const TableName = contentTable;
const releaseKey = (releaseId: string) => ({ pk: `RELEASE#${releaseId}`, sk: 'RELEASE' });
const armedKey = (releaseId: string) => ({ pk: 'RELEASES', sk: `ARMED#${releaseId}` });
const rehearsalKey = (releaseId: string, rehearsalId: string) => ({
  pk: `RELEASE#${releaseId}`,
  sk: `REHEARSAL#${rehearsalId}`,
});

/** Reads the releases that hold back what they have, as they are now. */
export const readArmed = async (): Promise<ArmedRelease[]> => {
  const found: ArmedRelease[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :releases AND begins_with(sk, :armed)',
        ExpressionAttributeValues: { ':releases': 'RELEASES', ':armed': 'ARMED#' },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...Items.map((item) => withoutKeys<ArmedRelease>(item)));
    from = LastEvaluatedKey;
  } while (from);
  return found;
};

/** Reads a release as it is now, or undefined where there is none. */
export const readRelease = async (releaseId: string): Promise<StoredRelease | undefined> => {
  const { Item } = await table.send(new GetCommand({ TableName, Key: releaseKey(releaseId), ConsistentRead: true }));
  return Item && withoutKeys<StoredRelease>(Item);
};

/** Releases, the one changed last first. */
export const listReleases = async ({
  limit,
  after,
}: PageRequest): Promise<{ values: StoredRelease[]; next?: string }> => {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName,
      IndexName: 'byUpdate',
      KeyConditionExpression: 'listPk = :releases',
      ExpressionAttributeValues: { ':releases': 'RELEASES' },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey:
        after === undefined
          ? undefined
          : { listPk: 'RELEASES', listSk: after, ...releaseKey(after.slice(after.indexOf('#') + 1)) },
    }),
  );
  return { values: Items.map((item) => withoutKeys<StoredRelease>(item)), next: LastEvaluatedKey?.listSk };
};

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Writes all of a change or nothing; false where somebody changed the release in between. */
export const writeRelease = async ({ release, writes, holds, announce, remove }: ReleaseChange): Promise<boolean> => {
  const { releaseId, updatedAt } = release;
  const condition =
    writes === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'writes = :writes', ExpressionAttributeValues: { ':writes': writes } };
  const listed = { listPk: 'RELEASES', listSk: `${updatedAt}#${releaseId}` };
  const Item = { ...releaseKey(releaseId), ...listed, ...release, writes: (writes ?? 0) + 1 };
  const items: Write[] = [
    remove
      ? { Delete: { TableName, Key: releaseKey(releaseId), ...condition } }
      : { Put: { TableName, Item, ...condition } },
    holds
      ? { Put: { TableName, Item: { ...armedKey(releaseId), ...holds } } }
      : { Delete: { TableName, Key: armedKey(releaseId) } },
  ];
  if (announce) {
    const sk = `RUN#${String(announce.releaseVersion).padStart(8, '0')}`;
    items.push({ Put: { TableName, Item: { pk: releaseKey(releaseId).pk, sk, ...announce } } });
  }
  try {
    await table.send(new TransactWriteCommand({ TransactItems: items }));
    return true;
  } catch (error) {
    const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
    const known = reasons.every(({ Code = 'None' }) =>
      ['None', 'ConditionalCheckFailed', 'TransactionConflict'].includes(Code),
    );
    if (reasons.length === 0 || !known) throw error;
    return false;
  }
};

/** Reads a rehearsal, or undefined where there is none. */
export const readRehearsal = async (releaseId: string, rehearsalId: string): Promise<Rehearsal | undefined> => {
  const Key = rehearsalKey(releaseId, rehearsalId);
  const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  return Item && withoutKeys<Rehearsal>(Item);
};

/** Writes a rehearsal down; the first time, the table's stream announces it. */
export const writeRehearsal = async (rehearsal: Rehearsal): Promise<void> => {
  const Item = { ...rehearsalKey(rehearsal.releaseId, rehearsal.rehearsalId), ...rehearsal };
  await table.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item } }] }));
};
