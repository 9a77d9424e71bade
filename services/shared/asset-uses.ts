/** Every asset that an item's data refers to (`{ asset, fallback? }`, however deep), and what stands in for it, each once. */
export const assetIdsIn = (data: unknown): string[] => [...new Set(found(data))];

const found = (data: unknown): string[] => {
  if (typeof data !== 'object' || data === null) return [];
  const { ref, asset, fallback } = data as { ref?: unknown; asset?: unknown; fallback?: unknown };
  if (typeof ref === 'string') return [];
  if (typeof asset === 'string')
    return [asset, ...(typeof fallback === 'string' && fallback !== 'none' ? [fallback] : [])];
  return Object.values(data).flatMap(found);
};

/** What an item's record tells of the assets that it refers to. */
export type Using = {
  itemId: string;
  version: number;
  publishedVersion?: number;
  /** Of the newest version; items that were saved before this was noted have none. */
  assets?: readonly string[];
  /** Of the public version. */
  publicAssets?: readonly string[];
};

type Version = { itemId: string; version: number };
type ReadRevisions = (wanted: readonly Version[]) => Promise<(Version & { data: unknown })[]>;

/** The items whose newest or public version refers to an asset; versions are read only where the records do not tell. */
export const itemsUsing = async <Item extends Using>(
  items: readonly Item[],
  assetId: string,
  readRevisions: ReadRevisions,
): Promise<Item[]> => {
  const untold = items.flatMap((item) => untoldVersions(item).map((version) => ({ itemId: item.itemId, version })));
  const revisions = untold.length > 0 ? await readRevisions(untold) : [];
  const using = new Set(revisions.flatMap(({ itemId, data }) => (assetIdsIn(data).includes(assetId) ? [itemId] : [])));
  return items.filter(
    ({ itemId, assets, publicAssets }) =>
      assets?.includes(assetId) || publicAssets?.includes(assetId) || using.has(itemId),
  );
};

const untoldVersions = ({ version, publishedVersion, assets, publicAssets }: Using): number[] => {
  const versions = new Set(assets ? [] : [version]);
  if (publishedVersion !== undefined && !publicAssets && !(assets && publishedVersion === version))
    versions.add(publishedVersion);
  return [...versions];
};
