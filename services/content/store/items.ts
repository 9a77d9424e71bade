import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { AuditEntry, ItemRecord, Revision } from '../item.ts';
import type { ContentType } from '../model/item.ts';
import { itemKey, revisionKey, withoutKeys } from './keys.ts';
import { contentTable } from './table.ts';

/** An item as it was read; `writes` counts its changes, so that the next one can tell whether another came between. */
export type Stored = ItemRecord & { writes: number };

/** Reads an item as it is now, or undefined where there is none. */
export const readItem = async (itemId: string): Promise<Stored | undefined> => {
  const { Item } = await table.send(
    new GetCommand({ TableName: contentTable, Key: itemKey(itemId), ConsistentRead: true }),
  );
  return Item && withoutKeys<Stored>(Item);
};

/** Reads items as they are now; those that do not exist are left out. */
export const readItems = async (itemIds: readonly string[]): Promise<Map<string, Stored>> => {
  const found = await readAll([...new Set(itemIds)].map(itemKey));
  return new Map(found.map((item) => [String(item.itemId), withoutKeys<Stored>(item)]));
};

/** Reads one version of an item's data, or undefined where there is none. */
export const readRevision = async (itemId: string, version: number): Promise<Revision | undefined> => {
  const { Item } = await table.send(
    new GetCommand({ TableName: contentTable, Key: revisionKey(itemId, version), ConsistentRead: true }),
  );
  return Item && withoutKeys<Revision>(Item);
};

/** Reads versions of several items' data, each item and version once; those that do not exist are left out. */
export const readRevisions = async (wanted: readonly { itemId: string; version: number }[]): Promise<Revision[]> => {
  const found = await readAll(wanted.map(({ itemId, version }) => revisionKey(itemId, version)));
  return found.map((item) => withoutKeys<Revision>(item));
};

/** DynamoDB takes 100 keys at once and may leave some for the next call. */
const readAll = async (keys: readonly Record<string, string>[]): Promise<Record<string, unknown>[]> => {
  const found: Record<string, unknown>[] = [];
  for (let next = [...keys]; next.length > 0; ) {
    const { Responses, UnprocessedKeys } = await table.send(
      new BatchGetCommand({ RequestItems: { [contentTable]: { Keys: next.slice(0, 100), ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[contentTable] ?? []));
    const left = (UnprocessedKeys?.[contentTable]?.Keys ?? []) as Record<string, string>[];
    next = [...left, ...next.slice(100)];
  }
  return found;
};

type Page<Value> = { values: Value[]; next?: string };

const pageOf = async <Value>(
  itemId: string,
  prefix: string,
  { limit, after }: { limit: number; after?: string },
): Promise<Page<Value>> => {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: contentTable,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': itemKey(itemId).pk, ':prefix': prefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
      ExclusiveStartKey: after === undefined ? undefined : { pk: itemKey(itemId).pk, sk: after },
    }),
  );
  return { values: Items.map((item) => withoutKeys<Value>(item)), next: LastEvaluatedKey?.sk };
};

export type PageRequest = { limit: number; after?: string };

/** An item's versions, the newest first. */
export const listRevisions = (itemId: string, page: PageRequest): Promise<Page<Revision>> =>
  pageOf(itemId, 'REVISION#', page);

/** What was done to an item, the newest first. */
export const listAudit = (itemId: string, page: PageRequest): Promise<Page<AuditEntry>> =>
  pageOf(itemId, 'AUDIT#', page);

export type ListRequest = { limit: number; after?: string; type?: ContentType };

/** Items, the one changed last first. With a type, a page can hold fewer than asked for although more follow. */
export const listItems = async ({ limit, after, type }: ListRequest): Promise<Page<Stored>> => {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: contentTable,
      IndexName: 'byUpdate',
      KeyConditionExpression: 'listPk = :items',
      ...(type ? { FilterExpression: '#type = :type', ExpressionAttributeNames: { '#type': 'type' } } : {}),
      ExpressionAttributeValues: { ':items': 'ITEMS', ...(type ? { ':type': type } : {}) },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey:
        after === undefined
          ? undefined
          : { listPk: 'ITEMS', listSk: after, ...itemKey(after.slice(after.indexOf('#') + 1)) },
    }),
  );
  return { values: Items.map((item) => withoutKeys<Stored>(item)), next: LastEvaluatedKey?.listSk };
};
