import { GetObjectCommand } from '@aws-sdk/client-s3';
import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { s3, table } from '../../shared/clients.ts';
import { variable } from '../../shared/environment.ts';

const assetsTable = /* @__PURE__ */ variable('ASSETS_TABLE');

/** What content has to know of an asset. */
export type AssetRecord = {
  assetId: string;
  state: string;
  fileName: string;
  /** What its bytes are, once that is known. */
  contentType?: string;
  contentId?: string;
  manifestKey?: string;
  updatedAt: string;
  trashedAt?: string;
  /** Until when it is held back, as the library has it. */
  embargoUntil?: unknown;
};

/** Reads assets as they are now; those that do not exist are left out. */
export const readAssets = async (assetIds: readonly string[]): Promise<Map<string, AssetRecord>> => {
  const found = new Map<string, AssetRecord>();
  const keys = [...new Set(assetIds)].map((id) => ({ pk: `ASSET#${id}`, sk: 'ASSET' }));
  for (let next = keys; next.length > 0; ) {
    const { Responses, UnprocessedKeys } = await table.send(
      new BatchGetCommand({ RequestItems: { [assetsTable]: { Keys: next.slice(0, 100), ConsistentRead: true } } }),
    );
    for (const item of Responses?.[assetsTable] ?? []) {
      const { assetId, state, fileName, contentType, contentId, manifestKey, updatedAt, trashedAt, embargoUntil } =
        item;
      found.set(assetId, {
        ...{ assetId, state, fileName, contentType, contentId, manifestKey, updatedAt, trashedAt },
        ...(embargoUntil ? { embargoUntil } : {}),
      });
    }
    next = [...((UnprocessedKeys?.[assetsTable]?.Keys ?? []) as typeof keys), ...next.slice(100)];
  }
  return found;
};

/** How many renditions of a content are ready, of those that there are to be; undefined where nothing is known of it. */
export const countRenditions = async (contentId: string): Promise<{ ready: number; total: number } | undefined> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: assetsTable,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `CONTENT#${contentId}` },
    }),
  );
  const names = Items.find(({ renditions }) => Array.isArray(renditions))?.renditions as string[] | undefined;
  if (!names) return undefined;
  const ready = new Set(Items.flatMap(({ name, state }) => (state === 'ready' ? [name] : [])));
  return { ready: names.filter((name) => ready.has(name)).length, total: names.length };
};

/** What pages need to know of an image, a film or captions: its files, and what stands for an image while they load. */
export type Manifest = {
  contentId: string;
  original: { contentType: string; bytes: number };
  width: number;
  height: number;
  /** Seconds, of a film. */
  duration?: number;
  focalPoint: { x: number; y: number };
  /** Empty where there is no picture. */
  thumbhash: string;
  colours: string[];
  renditions: { name: string; path: string; contentType: string; width: number; height: number; bytes: number }[];
};

/** A manifest never changes under its key; this many are remembered. */
const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, Promise<Manifest>>();

/** Reads the manifest of an asset that is ready. */
export const readManifest = (key: string): Promise<Manifest> => {
  const known = remembered.get(key);
  if (known) return known;
  const reading = s3
    .send(new GetObjectCommand({ Bucket: variable('MEDIA_BUCKET'), Key: key }))
    .then(async ({ Body }) => JSON.parse((await Body?.transformToString()) ?? '') as Manifest);
  reading.catch(() => remembered.delete(key));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, reading);
  return reading;
};
