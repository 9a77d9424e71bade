import type { Asset } from '../api/assets.ts';
import { folded } from '../app/folded.ts';

/** What an asset is to an editor. */
export type Kind = 'image' | 'video' | 'captions';
export const KINDS: readonly Kind[] = ['image', 'video', 'captions'];

export const kindOf = ({ contentType, declaredType }: Pick<Asset, 'contentType' | 'declaredType'>): Kind => {
  const type = contentType ?? declaredType;
  if (type.startsWith('video/')) return 'video';
  return type === 'text/vtt' ? 'captions' : 'image';
};

/** What waits for somebody: it was refused, it failed, or a rendition did; or a new original for it was refused. */
export const needsYou = ({ state, replacement }: Asset): boolean =>
  ['refused', 'failed', 'incomplete'].includes(state) || replacement?.state === 'refused';

export type Filter = {
  kind?: Kind | 'needs';
  /** Exactly this folder and those below it; undefined for all. */
  folder?: string;
  tag?: string;
  text: string;
};

export const SORTS = ['newest', 'oldest', 'name', 'size'] as const;
export type Sort = (typeof SORTS)[number];

const textOf = ({ name, fileName, tags, alt, rights = '', folder, createdBy }: Asset): string =>
  folded([name, fileName, ...tags, ...Object.values(alt), rights, folder, createdBy].join('\n'));

const within = (folder: string, wanted: string): boolean => folder === wanted || folder.startsWith(`${wanted}/`);

const isOfKind = (asset: Asset, kind: Filter['kind']): boolean =>
  kind === undefined || (kind === 'needs' ? needsYou(asset) : kindOf(asset) === kind);

/** The assets that a filter leaves: each word of its text is somewhere in what is known of them. */
export const found = (assets: readonly Asset[], { kind, folder, tag, text }: Filter): Asset[] => {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return assets.filter((asset) => {
    if (!isOfKind(asset, kind)) return false;
    if (folder !== undefined && !within(asset.folder, folder)) return false;
    if (tag !== undefined && !asset.tags.includes(tag)) return false;
    if (words.length === 0) return true;
    const all = textOf(asset);
    return words.every((word) => all.includes(word));
  });
};

const ORDERS: Readonly<Record<Sort, (one: Asset, other: Asset) => number>> = {
  newest: (one, other) => other.createdAt.localeCompare(one.createdAt),
  oldest: (one, other) => one.createdAt.localeCompare(other.createdAt),
  name: (one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }),
  size: (one, other) => (other.bytes ?? 0) - (one.bytes ?? 0),
};

export const sorted = (assets: readonly Asset[], sort: Sort): Asset[] => [...assets].sort(ORDERS[sort]);

/** How many assets each kind has, and how many need somebody. */
export const counted = (assets: readonly Asset[]): Readonly<Record<Kind | 'needs' | 'all', number>> => {
  const counts = { all: assets.length, image: 0, video: 0, captions: 0, needs: 0 };
  for (const asset of assets) {
    counts[kindOf(asset)]++;
    if (needsYou(asset)) counts.needs++;
  }
  return counts;
};

export type Folder = { path: string; name: string; count: number };

/** The folders directly below one, each with how many assets are in it and below. */
export const foldersIn = (assets: readonly Asset[], parent: string): Folder[] => {
  const counts = new Map<string, number>();
  for (const { folder } of assets) {
    if (folder === '' || folder === parent || (parent !== '' && !within(folder, parent))) continue;
    const rest = parent === '' ? folder : folder.slice(parent.length + 1);
    const [name = ''] = rest.split('/');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count, path: parent === '' ? name : `${parent}/${name}` }))
    .sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
};

/** Every tag in use, the most used first. */
export const tagsIn = (assets: readonly Asset[]): string[] => {
  const counts = new Map<string, number>();
  for (const { tags } of assets) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || one.localeCompare(other)).map(([tag]) => tag);
};
