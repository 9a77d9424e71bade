import { Refusal } from '../../shared/refusal.ts';
import { type Details, detailsOf, versionOf } from '../details.ts';
import type { AssetRecord } from '../store.ts';

/** What is answered where another change came between; with both versions. */
export const versionConflict = (asset: AssetRecord, seen: number, details: Details): Refusal => {
  const { updatedBy, updatedAt } = asset;
  const version = versionOf(asset);
  const message = `${updatedBy ?? 'Somebody'} changed this asset in between: it is at version ${version}, and your change is of version ${seen}. Take up what you need from it and save again.`;
  return new Refusal(412, 'version-conflict', message, 'If-Match', {
    current: { version, by: updatedBy, at: updatedAt, details: detailsOf(asset) },
    yours: { version: seen, details },
  });
};
