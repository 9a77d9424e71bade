import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { itemsUsing, type Using } from '../shared/asset-uses.ts';
import { table } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import type { Use } from './remove-original/step.ts';

const contentTable = /* @__PURE__ */ variable('CONTENT_TABLE');

type Item = Using & { type: string; names?: Readonly<Record<string, string>> };
type Version = { itemId: string; version: number };

/** Items whose newest or public version refers to an asset, drafts and those in the trash included. */
export const readUses = async (assetId: string): Promise<Use[]> => {
  const uses: Use[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: contentTable,
        IndexName: 'byUpdate',
        KeyConditionExpression: 'listPk = :items',
        // Those that do not tell have to be looked into.
        FilterExpression:
          'contains(assets, :asset) OR contains(publicAssets, :asset) OR attribute_not_exists(assets) OR (attribute_exists(publishedVersion) AND attribute_not_exists(publicAssets))',
        ExpressionAttributeValues: { ':items': 'ITEMS', ':asset': assetId },
        ExclusiveStartKey: from,
      }),
    );
    const using = await itemsUsing(Items as Item[], assetId, readVersions);
    uses.push(
      ...using.map(({ itemId, type, names = {}, publishedVersion }) => {
        return { itemId, type, names, public: publishedVersion !== undefined };
      }),
    );
    from = LastEvaluatedKey;
  } while (from);
  return uses;
};

/** DynamoDB takes 100 keys at once and may leave some for the next call. */
const readVersions = async (wanted: readonly Version[]): Promise<(Version & { data: unknown })[]> => {
  const found: (Version & { data: unknown })[] = [];
  const keys = wanted.map(({ itemId, version }) => ({
    pk: `ITEM#${itemId}`,
    sk: `REVISION#${String(version).padStart(8, '0')}`,
  }));
  for (let next = keys; next.length > 0; ) {
    const { Responses, UnprocessedKeys } = await table.send(
      new BatchGetCommand({ RequestItems: { [contentTable]: { Keys: next.slice(0, 100) } } }),
    );
    found.push(...((Responses?.[contentTable] ?? []) as typeof found));
    next = [...((UnprocessedKeys?.[contentTable]?.Keys ?? []) as typeof keys), ...next.slice(100)];
  }
  return found;
};
