import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { ItemRecord, Revision } from '../item.ts';
import { aboutOf, namesOf } from '../model/item.ts';
import type { AssetReference } from '../model/reference.ts';
import { instantOf, type LocalTime } from '../model/time.ts';
import { slugsOf } from '../slugs.ts';
import type { LiveItem } from './manifest.ts';

/** A version of an item as the public site knows it; `at` is when it was asked for, in UTC. */
export const liveItem = (
  item: ItemRecord,
  { version, data, at: saved }: Revision,
  sequence: number,
  at: string,
): LiveItem => {
  const { order, dated: carried, keyArt } = data as { order?: number; dated?: LocalTime; keyArt?: AssetReference };
  const published = item.firstPublishedAt ?? at;
  const dated = carried ? new Date(instantOf(carried)).toISOString() : published;
  return {
    type: item.type,
    version,
    sequence,
    about: aboutOf(data),
    names: namesOf(item.type, data),
    ...(keyArt ? { art: keyArt } : {}),
    slugs: slugsOf(item.type, item.itemId, data, item.slugs),
    assets: assetIdsIn(data),
    order: order ?? 0,
    dated,
    published,
    // What was saved before anybody saw it is no change to those who read it.
    modified: saved > published && saved > dated ? saved : dated,
  };
};
