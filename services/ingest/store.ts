import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { s3, table } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import { hashObject, readObject, readRange } from '../shared/read-object.ts';
import type { StoredDetails } from './details.ts';
import type { Focused } from './focus.ts';
import type { Form, FormConditions } from './ticket.ts';

const assetsTable = /* @__PURE__ */ variable('ASSETS_TABLE');
const uploads = /* @__PURE__ */ variable('UPLOADS_BUCKET');

export const assetKey = (assetId: string) => ({ pk: `ASSET#${assetId}`, sk: 'ASSET' });

export type NewAsset = {
  assetId: string;
  state: 'uploading';
  fileName: string;
  declaredType: string;
  maxBytes: number;
  key: string;
  name: string;
  folder: string;
  tags: string[];
  alt: Readonly<Record<string, string>>;
  focalPoint: { x: number; y: number };
  version: number;
  correlationId: string;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  ticketExpiresAt: string;
  /** When the record goes if nothing is uploaded, in seconds since the epoch. */
  expiresAt: number;
};

/** An asset's record, as far as this domain reads it. */
export type AssetRecord = StoredDetails &
  Focused & {
    assetId: string;
    state: string;
    key: string;
    correlationId: string;
    maxBytes?: number;
    manifestKey?: string;
    'replacement:key'?: string;
    'replacement:declaredType'?: string;
    'replacement:maxBytes'?: number;
    updatedAt?: string;
    updatedBy?: string;
    trashedAt?: string;
    trashedBy?: string;
  };

/** Writes a new asset's record. */
export const createAsset = async (asset: NewAsset): Promise<void> => {
  const item = {
    ...assetKey(asset.assetId),
    listPk: 'ASSETS',
    listSk: `${asset.createdAt}#${asset.assetId}`,
    ...asset,
  };
  await table.send(new PutCommand({ TableName: assetsTable, Item: item }));
};

/** Reads an asset as it is now, or undefined where there is none. */
export const readAsset = async (assetId: string): Promise<AssetRecord | undefined> => {
  const { Item } = await table.send(
    new GetCommand({ TableName: assetsTable, Key: assetKey(assetId), ConsistentRead: true }),
  );
  return Item as AssetRecord | undefined;
};

/** Marks an asset removed that has no original left to delete; false where it has changed its state meanwhile. */
export const markRemoved = async ({ assetId, state }: AssetRecord, at: string): Promise<boolean> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName: assetsTable,
        Key: assetKey(assetId),
        UpdateExpression: 'SET #state = :removed, updatedAt = :at REMOVE expiresAt',
        ConditionExpression: '#state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':removed': 'removed', ':state': state, ':at': at },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};

/** Signs a form that uploads exactly what the conditions say. */
export const signForm = async ({
  key,
  contentType,
  maxBytes,
  metadata,
  expiresInSeconds,
}: FormConditions): Promise<Form> =>
  createPresignedPost(s3, {
    Bucket: uploads,
    Key: key,
    Expires: expiresInSeconds,
    Fields: { 'Content-Type': contentType, ...metadata },
    Conditions: [['content-length-range', 1, maxBytes]],
  });

/** Reads an original, provided that it is still the one with this entity tag. */
export const readOriginal = ({ key, etag }: { key: string; etag: string }): Promise<Uint8Array> =>
  readObject(uploads, key, etag);

/** The first bytes of an original, at most so many, and how many it has in all. */
export const readStart = ({ key, etag }: { key: string; etag: string }, most: number) =>
  readRange(uploads, key, etag, { start: 0, end: most });

/** The SHA-256 of an original, of whatever size. */
export const hashOriginal = ({ key, etag }: { key: string; etag: string }): Promise<string> =>
  hashObject(uploads, key, etag);

/** Deletes an object of the uploads bucket; one that is not there counts as deleted. */
export const deleteObject = async (key: string): Promise<void> => {
  await s3.send(new DeleteObjectCommand({ Bucket: uploads, Key: key }));
};
