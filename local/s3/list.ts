import type { StoredObject } from '../fauxqs/s3-store.ts';
import { byUtf8 } from './order.ts';

export type ListQuery = { prefix: string; delimiter: string; after: string; maxKeys: number };

export type Listing = {
  objects: StoredObject[];
  commonPrefixes: string[];
  isTruncated: boolean;
  /** The last key or common prefix of this page, from which the next goes on. */
  last: string;
};

/** One page of a bucket's keys in UTF-8 order; keys that share a prefix up to the delimiter count as one. */
export const listPage = (objects: ReadonlyMap<string, StoredObject>, query: ListQuery): Listing => {
  const { prefix, delimiter, after, maxKeys } = query;
  const page: Listing = { objects: [], commonPrefixes: [], isTruncated: false, last: '' };
  if (maxKeys === 0) return page;
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && byUtf8(key, after) > 0).sort(byUtf8);
  for (const key of keys) {
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const common = end < 0 ? undefined : key.slice(0, end + delimiter.length);
    // A page that ended with this common prefix has told of every key below it.
    if (common !== undefined && (common === page.commonPrefixes.at(-1) || byUtf8(common, after) <= 0)) continue;
    if (page.objects.length + page.commonPrefixes.length === maxKeys) {
      page.isTruncated = true;
      break;
    }
    if (common === undefined) page.objects.push(objects.get(key) as StoredObject);
    else page.commonPrefixes.push(common);
    page.last = common ?? key;
  }
  return page;
};
