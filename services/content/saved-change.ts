import { assetIdsIn } from '../shared/asset-uses.ts';
import { type AuditEntry, type ItemRecord, shownItem } from './item.ts';
import { aboutOf, namesOf } from './model/item.ts';
import { slugsOf } from './slugs.ts';
import type { Change } from './store/write.ts';

type Saving = {
  item: ItemRecord;
  writes: number;
  data: Record<string, unknown>;
  audit: AuditEntry;
  restoredFrom?: number;
};

/** What keeping the next version of an item writes, and what its editor gets to see. */
export const savedChange = ({ item, writes, data, audit, restoredFrom }: Saving) => {
  const { itemId, type } = item;
  const { at, by } = audit;
  const version = item.version + 1;
  const slugs = slugsOf(type, itemId, data, item.slugs);
  const next: ItemRecord = {
    ...item,
    version,
    slugs,
    names: namesOf(type, data),
    about: aboutOf(data),
    assets: assetIdsIn(data),
    updatedAt: at,
    updatedBy: by,
  };
  const changed = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
    Object.entries(one).flatMap(([locale, slug]) => (other[locale] === slug ? [] : [{ locale, slug }]));
  const change: Change = {
    item: next,
    writes,
    revision: { itemId, type, version, data, by, at, ...(restoredFrom === undefined ? {} : { restoredFrom }) },
    audit,
    takes: changed(slugs, item.slugs),
    // An address that was public once leads to the item for good.
    gives: item.firstPublishedAt === undefined ? changed(item.slugs, slugs) : [],
  };
  return { changes: [change], result: { ...shownItem(next), data, correlationId: audit.correlationId } };
};
