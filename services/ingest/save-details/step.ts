import { isDeepStrictEqual } from 'node:util';
import type { AssetEmbargoChanged } from '@marquee/events/schemas/asset-embargo-changed.ts';
import type { AssetFocusMoved } from '@marquee/events/schemas/asset-focus-moved.ts';
import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { IfMatch } from '../../shared/if-match.ts';
import { uuidFor } from '../../shared/uuid.ts';
import { type Details, Details as DetailsSchema, detailsOf, versionOf } from '../details.ts';
import { existing } from '../existing.ts';
import { needsCrops } from '../focus.ts';
import type { AssetRecord } from '../store.ts';
import { versionConflict } from './version-conflict.ts';

export const SaveDetailsInput = DetailsSchema.extend({
  id: z.uuid('expected the id of an asset, as GET /assets lists them'),
  ifMatch: IfMatch,
});
export type SaveDetailsInput = z.infer<typeof SaveDetailsInput>;

type Deps = {
  now: () => number;
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  /** False where somebody changed the asset in between. */
  writeDetails: (asset: AssetRecord, details: Details, by: { name: string; at: string }) => Promise<boolean>;
  announceFocus: (detail: AssetFocusMoved) => Promise<void>;
  announceEmbargo: (detail: AssetEmbargoChanged) => Promise<void>;
};

/**
 * Replaces all details of an asset, provided that the caller has seen the ones before. A focal point that has moved, or an embargo
 * that is another one, is announced before this answers; whoever got no answer asks the same again, which changes nothing more and announces it once more.
 */
export const createSaveDetails =
  ({ now, readAsset, writeDetails, announceFocus, announceEmbargo }: Deps) =>
  async ({ id, ifMatch, ...details }: SaveDetailsInput, caller: Pick<Caller, 'name' | 'requestId'>) => {
    const before = existing(await readAsset(id), id);
    const at = new Date(now()).toISOString();
    const seen = versionOf(before) === ifMatch;
    if (!seen || !(await writeDetails(before, details, { name: caller.name, at }))) {
      const current = existing(await readAsset(id), id);
      if (!isRepeated(current, ifMatch, details, caller.name)) throw versionConflict(current, ifMatch, details);
    }
    const asset = existing(await readAsset(id), id);
    const version = versionOf(asset);
    const metadata = (what: string) => ({
      eventId: uuidFor(`${id} ${what} ${version}`),
      correlationId: asset.correlationId,
      causationId: caller.requestId,
      occurredAt: at,
      version: 1,
    });
    if (needsCrops(asset)) {
      const { focalPoint } = detailsOf(asset);
      await announceFocus({ metadata: metadata('focus'), data: { assetId: id, version, focalPoint } });
    }
    // Of a repeated call it is not known what stood there before.
    if (!seen || !isDeepStrictEqual(before.embargoUntil, details.embargoUntil)) {
      await announceEmbargo({ metadata: metadata('embargo'), data: { assetId: id, version } });
    }
    const { updatedAt, updatedBy, state } = asset;
    return { assetId: id, state, version, ...detailsOf(asset), updatedAt, updatedBy };
  };

/** Whether the very same change of the same version by the same caller is what stands there: an answer that got lost. */
const isRepeated = (asset: AssetRecord, seen: number, details: Details, name: string): boolean =>
  versionOf(asset) === seen + 1 && asset.updatedBy === name && isDeepStrictEqual(detailsOf(asset), details);
