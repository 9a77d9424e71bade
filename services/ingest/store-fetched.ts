import { Readable } from 'node:stream';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Upload } from '@aws-sdk/lib-storage';
import { s3, table } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import type { RefusalReason } from './asset.ts';
import { assetKey } from './store.ts';
import { PART_SIZE } from './ticket.ts';

const TableName = /* @__PURE__ */ variable('ASSETS_TABLE');
const Bucket = /* @__PURE__ */ variable('UPLOADS_BUCKET');

/** Writes a whole body of unknown length; nothing stays where it breaks off. */
export const store = async (Key: string, body: AsyncIterable<Uint8Array>, ContentType: string): Promise<void> => {
  const params = { Bucket, Key, Body: Readable.from(body), ContentType };
  await new Upload({ client: s3, params, partSize: PART_SIZE, queueSize: 2 }).done();
};

/** Writes members of an asset that still waits for its file; false where it does not. */
const write = async (assetId: string, members: Readonly<Record<string, unknown>>): Promise<boolean> => {
  const all = Object.entries(members);
  try {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: assetKey(assetId),
        UpdateExpression: `SET ${all.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#state = :uploading',
        ExpressionAttributeNames: { ...Object.fromEntries(all.map(([name]) => [`#${name}`, name])), '#state': 'state' },
        ExpressionAttributeValues: {
          ...Object.fromEntries(all.map(([name, value]) => [`:${name}`, value])),
          ':uploading': 'uploading',
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};

/** Notes what a file turned out to be before it is stored. */
export const declare = (
  assetId: string,
  file: { fileName: string; declaredType: string },
  updatedAt: string,
): Promise<boolean> => write(assetId, { ...file, updatedAt });

/** Says at an asset why its file could not be fetched. */
export const markRefused = async (assetId: string, reason: RefusalReason, updatedAt: string): Promise<void> => {
  await write(assetId, { state: 'refused', reason, updatedAt });
};
