import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../shared/clients.ts';
import { variable } from '../shared/environment.ts';
import type { Patch } from './change.ts';
import { type Details, versionOf } from './details.ts';
import { type AssetRecord, assetKey } from './store.ts';

const assetsTable = /* @__PURE__ */ variable('ASSETS_TABLE');

type By = { name: string; at: string };

/** Replaces the details of an asset, unless somebody changed them since it was read. */
export const writeDetails = (asset: AssetRecord, { rights, embargoUntil, ...details }: Details, by: By) =>
  writeMembers(asset, { ...details, rights: rights || null, embargoUntil: embargoUntil ?? null }, by);

/** Changes some details of an asset, unless somebody changed them since it was read. */
export const writePatch = (asset: AssetRecord, patch: Patch, by: By): Promise<boolean> =>
  writeMembers(asset, patch, by);

/** Sets members, and takes away those that are null; true where the asset was still at the version that was read. */
const writeMembers = async (asset: AssetRecord, members: Readonly<Record<string, unknown>>, { name, at }: By) => {
  const all = Object.entries({ ...members, updatedAt: at, updatedBy: name, version: versionOf(asset) + 1 });
  const [kept, gone] = [all.filter(([, value]) => value !== null), all.filter(([, value]) => value === null)];
  const removal = gone.length > 0 ? ` REMOVE ${gone.map(([member]) => `#${member}`).join(', ')}` : '';
  const wasSeen = asset.version === undefined ? 'attribute_not_exists(#version)' : '#version = :seen';
  try {
    await table.send(
      new UpdateCommand({
        TableName: assetsTable,
        Key: assetKey(asset.assetId),
        UpdateExpression: `SET ${kept.map(([member]) => `#${member} = :${member}`).join(', ')}${removal}`,
        ConditionExpression: `#state <> :removed AND ${wasSeen}`,
        ExpressionAttributeNames: {
          ...Object.fromEntries(all.map(([member]) => [`#${member}`, member])),
          '#state': 'state',
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(kept.map(([member, value]) => [`:${member}`, value])),
          ':removed': 'removed',
          ...(asset.version === undefined ? {} : { ':seen': asset.version }),
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};
