import { dirname, join } from 'node:path';
import { type Api, type Asset, SETTLED, type Ticket } from '../api.ts';
import { declaredType } from '../file-type.ts';
import { postForm } from '../form-upload.ts';
import { statIfAny } from '../stat.ts';
import { UsageError } from '../usage.ts';
import type { ItemFile } from './item-files.ts';

/** In files an asset is known by the name of its file: `file:key-art.jpg`. */
const PREFIX = 'file:';

const LOOK_EVERY = 500;

/** Every asset that is there, the newest first. */
export const allAssets = async (api: Api): Promise<Asset[]> => {
  const found: Asset[] = [];
  let next: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(next ? { next } : {}) });
    const page = await api<{ assets: Asset[]; next?: string }>('GET', `/assets?${query}`);
    found.push(...page.assets);
    next = page.next;
  } while (next);
  return found.filter(({ state }) => state !== 'removed' && state !== 'refused');
};

/** A copy of the data in which every asset that it refers to is what `change` makes of it; words that read alike are left. */
export const withAssets = (value: unknown, change: (asset: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((each) => withAssets(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      REFERS.has(name) && typeof each === 'string' ? change(each) : withAssets(each, change),
    ]),
  );
};

/** Fields that hold an asset. */
const REFERS = new Set(['asset', 'fallback']);

/** The names of the files that items show, each with the first item's file that has it. */
export const fileNamesIn = (items: readonly ItemFile[]): Map<string, string> => {
  const names = new Map<string, string>();
  for (const { data, file } of items) {
    withAssets(data, (text) => {
      const name = text.slice(PREFIX.length);
      if (text.startsWith(PREFIX) && !names.has(name)) names.set(name, file);
      return text;
    });
  }
  return names;
};

/** Assets by the names of their files, the newest where several have one. */
export const assetsByName = async (api: Api): Promise<Map<string, Asset>> =>
  new Map((await allAssets(api)).reverse().map((asset) => [asset.fileName, asset]));

/**
 * Puts the ids of assets in the place of their file names. A file that the library has not is taken from the folder `assets` beside
 * the item's own and uploaded. Throws `UsageError` where there is none.
 */
export const withAssetIds = async (api: Api, items: readonly ItemFile[]): Promise<ItemFile[]> => {
  const wanted = fileNamesIn(items);
  if (wanted.size === 0) return [...items];
  const library = await assetsByName(api);
  const ids = new Map<string, string>();
  for (const [name, file] of wanted) {
    ids.set(PREFIX + name, library.get(name)?.assetId ?? (await upload(api, name, file)));
  }
  return items.map((item) => ({
    ...item,
    data: withAssets(item.data, (text) => ids.get(text) ?? text) as ItemFile['data'],
  }));
};

const upload = async (api: Api, name: string, itemFile: string): Promise<string> => {
  const folders = [join(dirname(itemFile), 'assets'), join(dirname(itemFile), '..', 'assets')];
  for (const path of folders.map((folder) => join(folder, name))) {
    const found = await statIfAny(path);
    if (!found) continue;
    const body = { fileName: name, contentType: declaredType(path), size: found.size };
    const ticket = await api<Ticket>('POST', '/assets', body);
    await postForm(ticket.upload, path, found.size, () => undefined);
    return whenSettled(api, ticket.assetId, path);
  }
  throw new UsageError(`${itemFile}: the library has no file ${name}, and neither has ${folders[0]}.`);
};

const whenSettled = async (api: Api, assetId: string, path: string): Promise<string> => {
  for (;;) {
    const { state, reason } = await api<Asset>('GET', `/assets/${assetId}`);
    if (state === 'ready' || state === 'incomplete') return assetId;
    if (SETTLED.has(state)) throw new UsageError(`${path}: ${reason?.message ?? `the file is ${state}`}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
};

/** Puts file names in the place of ids, where the library has no two files of that name. */
export const withAssetNames = (assets: readonly Asset[], data: unknown): unknown => {
  const byName = Map.groupBy(assets, ({ fileName }) => fileName);
  const names = new Map(assets.map(({ assetId, fileName }) => [assetId, fileName]));
  return withAssets(data, (text) => {
    const name = names.get(text);
    return name !== undefined && byName.get(name)?.length === 1 ? PREFIX + name : text;
  });
};
