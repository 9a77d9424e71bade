import { PutObjectCommand } from '@aws-sdk/client-s3';
import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { s3, table } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import { readObject } from '../shared/read-object.ts';
import { Asset, type AssetPage, type PageRequest } from './asset.ts';
import { Content, ContentMissingError, type ContentRecord, RenditionRecord } from './content.ts';
import { IMMUTABLE } from './rendition.ts';

const assetsTable = /* @__PURE__ */ variable('ASSETS_TABLE');
const uploads = /* @__PURE__ */ variable('UPLOADS_BUCKET');
const media = /* @__PURE__ */ variable('MEDIA_BUCKET');

const NOT_READY = {
  ConditionExpression: 'attribute_not_exists(pk) OR #state <> :ready',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':ready': 'ready' },
};

/** Reads an original, provided that it is still the one with this entity tag. */
export const readOriginal = ({ key, etag }: { key: string; etag: string }): Promise<Uint8Array> =>
  readObject(uploads, key, etag);

/** Writes a file that never changes under its key. */
export const writeMedia = async (key: string, body: Uint8Array | string, contentType: string): Promise<void> => {
  await s3.send(
    new PutObjectCommand({ Bucket: media, Key: key, Body: body, ContentType: contentType, CacheControl: IMMUTABLE }),
  );
};

/** Reads a content with the records of its renditions as they are now. Throws `ContentMissingError`. */
export const readContent = async (contentId: string): Promise<ContentRecord> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: assetsTable,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `CONTENT#${contentId}` },
      ConsistentRead: true,
    }),
  );
  const content = Items.find(({ sk }) => sk === 'CONTENT');
  if (content?.contentHash === undefined) throw new ContentMissingError(`There is no content ${contentId} any more.`);
  const records = Items.filter(({ sk }) => String(sk).startsWith('RENDITION#'));
  return {
    content: Content.parse({ ...content, contentId }),
    records: records.map((item) => RenditionRecord.parse(item)),
  };
};

const item = (contentId: string, record: RenditionRecord) => ({
  pk: `CONTENT#${contentId}`,
  sk: `RENDITION#${record.name}`,
  ...record,
});

/** Writes records at once, unless one of the renditions is ready already; answers the names that are. */
export const startRenditions = async (contentId: string, records: readonly RenditionRecord[]): Promise<string[]> => {
  if (records.length === 0) return [];
  const puts = records.map((record) => ({
    Put: { TableName: assetsTable, Item: item(contentId, record), ...NOT_READY },
  }));
  try {
    await table.send(new TransactWriteCommand({ TransactItems: puts }));
    return [];
  } catch (error) {
    const ready = readyAmong(error, records);
    if (ready.length === 0) throw error;
    return ready;
  }
};

const readyAmong = (error: unknown, records: readonly RenditionRecord[]): string[] => {
  const { CancellationReasons } = error as { CancellationReasons?: { Code?: string }[] };
  if (!CancellationReasons?.every(({ Code = 'None' }) => ['None', 'ConditionalCheckFailed'].includes(Code))) return [];
  return records
    .filter((_, index) => CancellationReasons[index]?.Code === 'ConditionalCheckFailed')
    .map(({ name }) => name);
};

/** Writes records of finished renditions, at most 25. */
export const recordReady = async (contentId: string, records: readonly RenditionRecord[]): Promise<void> => {
  let left = records.map((record) => ({ PutRequest: { Item: item(contentId, record) } }));
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === 5) throw new Error(`DynamoDB left ${left.length} records unwritten; the step can run again.`);
    const { UnprocessedItems } = await table.send(new BatchWriteCommand({ RequestItems: { [assetsTable]: left } }));
    left = (UnprocessedItems?.[assetsTable] ?? []) as typeof left;
  }
};

/** Records a failure, unless another run has made the rendition meanwhile. */
export const recordFailure = async (contentId: string, record: RenditionRecord): Promise<void> => {
  try {
    await table.send(new PutCommand({ TableName: assetsTable, Item: item(contentId, record), ...NOT_READY }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
  }
};

/** Reads an asset as it is now, or undefined where there is none. */
export const readAsset = async (assetId: string): Promise<Asset | undefined> => {
  const { Item } = await table.send(
    new GetCommand({ TableName: assetsTable, Key: { pk: `ASSET#${assetId}`, sk: 'ASSET' }, ConsistentRead: true }),
  );
  return Item && Asset.parse(Item);
};

/** The filters of a list: conditions, and the values that they name. */
const filtersOf = ({ state, trashed }: PageRequest) => {
  const conditions = [
    ...(state ? ['#state = :state'] : []),
    ...(trashed === undefined ? [] : [`attribute_${trashed ? '' : 'not_'}exists(trashedAt)`]),
  ];
  return {
    ...(conditions.length > 0 ? { FilterExpression: conditions.join(' AND ') } : {}),
    ...(state ? { ExpressionAttributeNames: { '#state': 'state' } } : {}),
    values: state ? { ':state': state } : {},
  };
};

/**
 * Lists assets, the newest first, or with `changedSince` those that changed later, the earliest change first. With a filter, a
 * page can hold fewer than asked for although more follow.
 */
export const listAssets = async (request: PageRequest): Promise<AssetPage> => {
  const { limit, after, changedSince } = request;
  const { values, ...filters } = filtersOf(request);
  const byChange = changedSince !== undefined;
  const sortKey = byChange ? 'updatedAt' : 'listSk';
  const [sorted = '', assetId = ''] = after?.split('#') ?? [];
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: assetsTable,
      IndexName: byChange ? 'byChange' : 'byCreation',
      KeyConditionExpression: byChange ? 'listPk = :assets AND updatedAt > :since' : 'listPk = :assets',
      ...filters,
      ExpressionAttributeValues: { ':assets': 'ASSETS', ...(byChange ? { ':since': changedSince } : {}), ...values },
      ScanIndexForward: byChange,
      Limit: limit,
      ExclusiveStartKey:
        after === undefined
          ? undefined
          : { listPk: 'ASSETS', [sortKey]: byChange ? sorted : after, pk: `ASSET#${assetId}`, sk: 'ASSET' },
    }),
  );
  const last = LastEvaluatedKey;
  const next = byChange && last ? `${last.updatedAt}#${String(last.pk).slice('ASSET#'.length)}` : last?.listSk;
  return { assets: Items.map((item) => Asset.parse(item)), next };
};
