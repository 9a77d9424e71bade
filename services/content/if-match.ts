import { Refusal } from '../shared/refusal.ts';
import type { ItemRecord, Revision } from './item.ts';

type Deps = { readRevision: (itemId: string, version: number) => Promise<Revision | undefined> };

/** Throws a `Refusal` with both versions where the item has another version than the caller has seen. */
export const requireVersion = async (
  item: ItemRecord,
  seen: number,
  data: Record<string, unknown>,
  { readRevision }: Deps,
): Promise<void> => {
  if (item.version === seen) return;
  const message = `${item.updatedBy} changed this item in between: it is at version ${item.version}, and your change is of version ${seen}. Take up what you need from it and save again.`;
  const current = await readRevision(item.itemId, item.version);
  throw new Refusal(412, 'version-conflict', message, 'If-Match', {
    current: { version: item.version, by: item.updatedBy, at: item.updatedAt, data: current?.data },
    yours: { version: seen, data },
  });
};
