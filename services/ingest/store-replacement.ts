import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import type { Replacement } from './request-replacement/step.ts';
import { type AssetRecord, assetKey } from './store.ts';

const TableName = /* @__PURE__ */ variable('ASSETS_TABLE');

/** Notes of a replacement that are of one upload alone. */
const PAST = ['reason', 'sequencer', 'etag', 'bytes'];

const write = async (
  asset: AssetRecord,
  { members, gone, condition }: { members: Record<string, unknown>; gone: readonly string[]; condition: string },
): Promise<boolean> => {
  const named = [...Object.keys(members), ...gone];
  const name = (member: string): string => `#n${named.indexOf(member)}`;
  const kept = Object.entries(members).map(([member, value], index) => ({ member, value, placeholder: `:v${index}` }));
  try {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: assetKey(asset.assetId),
        UpdateExpression: `SET ${kept.map(({ member, placeholder }) => `${name(member)} = ${placeholder}`).join(', ')} REMOVE ${gone.map(name).join(', ')}`,
        ConditionExpression: `#seen = :seen AND #state = :state AND ${condition}`,
        ExpressionAttributeNames: {
          ...Object.fromEntries(named.map((member) => [name(member), member])),
          '#seen': 'updatedAt',
          '#state': 'state',
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(kept.map(({ placeholder, value }) => [placeholder, value])),
          ':seen': asset.updatedAt,
          ':state': asset.state,
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};

/** Notes beside what is live what is to take its place; false where the asset has changed since it was read. */
export const noteReplacement = (asset: AssetRecord, replacement: Replacement, at: string): Promise<boolean> => {
  const members = Object.entries({ ...replacement, state: 'uploading' });
  return write(asset, {
    members: { ...Object.fromEntries(members.map(([name, value]) => [`replacement:${name}`, value])), updatedAt: at },
    gone: PAST.map((name) => `replacement:${name}`),
    condition: 'attribute_exists(manifestKey)',
  });
};

/** Gives an asset of which nothing is live another file to wait for; false where it has changed since it was read. */
export const beginAgain = (asset: AssetRecord, replacement: Replacement, at: string): Promise<boolean> =>
  write(asset, {
    members: { ...replacement, state: 'uploading', updatedAt: at },
    gone: PAST,
    condition: 'attribute_exists(pk)',
  });

/** Forgets what was to take the place of the original, unless the asset has changed since it was read. */
export const dropReplacement = async (asset: AssetRecord, at: string): Promise<void> => {
  const gone = [...PAST, 'state', 'key', 'fileName', 'declaredType', 'maxBytes', 'ticketExpiresAt'];
  await write(asset, {
    members: { updatedAt: at },
    gone: gone.map((name) => `replacement:${name}`),
    condition: 'attribute_exists(pk)',
  });
};
