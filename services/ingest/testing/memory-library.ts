import { versionOf } from '../details.ts';
import type { AssetRecord } from '../store.ts';

export const ASSET_ID = '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10';

/** A picture that is ready, from before there were details unless they are given. */
export const aPicture = (changed: Partial<AssetRecord> = {}): AssetRecord => ({
  assetId: ASSET_ID,
  state: 'ready',
  key: `uploads/${changed.assetId ?? ASSET_ID}/a.jpg`,
  fileName: 'a.jpg',
  declaredType: 'image/jpeg',
  contentType: 'image/jpeg',
  contentHash: 'c0ffee',
  contentId: 'c0ffee',
  manifestKey: 'media/c0ffee/manifest-1.json',
  etag: 'e',
  correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
  ...changed,
});

type By = { name: string; at: string };

/** The assets table in memory, as far as this domain writes it by conditions. */
export const memoryLibrary = (...assets: AssetRecord[]) => {
  const records = new Map(assets.map((asset) => [asset.assetId, asset]));
  const interferences: (() => Promise<unknown>)[] = [];
  const write = async (seen: AssetRecord, members: object, { name, at }: By): Promise<boolean> => {
    await interferences.shift()?.();
    const now = records.get(seen.assetId);
    if (!now || now.state === 'removed' || now.version !== seen.version) return false;
    const next = { ...now, ...members, updatedAt: at, updatedBy: name, version: versionOf(seen) + 1 };
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null && value !== undefined));
    records.set(seen.assetId, kept as AssetRecord);
    return true;
  };
  return {
    records,
    /** Has somebody else act right before the next write. */
    interfere: (action: () => Promise<unknown>): void => void interferences.push(action),
    readAsset: async (assetId: string): Promise<AssetRecord | undefined> => {
      const found = records.get(assetId);
      return found && structuredClone(found);
    },
    writeDetails: (asset: AssetRecord, details: object, by: By) =>
      write(asset, { rights: null, embargoUntil: null, ...details }, by),
    writePatch: write,
  };
};
