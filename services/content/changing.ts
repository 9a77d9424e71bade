import type { Caller } from '../shared/caller.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AuditEntry, ItemRecord } from './item.ts';
import type { Publication } from './publication.ts';
import type { Stored } from './store/items.ts';
import type { Change, Outcome } from './store/write.ts';

/** What tells an action apart from every other. */
export type Tools = { now: () => number; newId: () => string };

export type ChangeDeps = {
  readItem: (itemId: string) => Promise<Stored | undefined>;
  write: (changes: readonly Change[], publication?: Publication) => Promise<Outcome>;
  /** Waits for about so many milliseconds, not always as long. */
  pause: (milliseconds: number) => Promise<void>;
};

/** How often an action is tried while others change the same item: each try lets at least one of them through. */
const MOST_TRIES = 40;

/** Reads, decides and writes; again from the start where somebody else changed one of the items in between. */
export const untilWritten = async <Result>(
  { write, pause }: Pick<ChangeDeps, 'write' | 'pause'>,
  decide: () => Promise<{ changes: readonly Change[]; publication?: Publication; result: Result }>,
): Promise<Result> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const { changes, publication, result } = await decide();
    const outcome = changes.length === 0 && !publication ? 'written' : await write(changes, publication);
    if (outcome === 'written') return result;
    if (outcome !== 'conflict') {
      const { locale, slug } = outcome.taken;
      throw new Refusal(
        409,
        'slug-taken',
        `Another item has the address ${slug} in ${locale}; choose another.`,
        `slugs.${locale}`,
      );
    }
    await pause(Math.min(400, 10 * 2 ** attempt));
  }
  throw new Refusal(409, 'busy', 'Others keep changing this item; try again.');
};

/** The item, which must be there. */
export const existing = (item: Stored | undefined, itemId: string): Stored => {
  if (!item) throw new Refusal(404, 'no-such-item', `There is no item ${itemId}.`, 'id');
  return item;
};

/** The item, which must not be in the trash. */
export const untrashed = (item: Stored): Stored => {
  if (item.trashedAt === undefined) return item;
  throw new Refusal(409, 'trashed', `The item ${item.itemId} is in the trash; restore it first.`, 'id');
};

/** Splits what was read into the item and what tells whether it is still so. */
export const apart = ({ writes, ...item }: Stored): { item: ItemRecord; writes: number } => ({ item, writes });

/** A line of the audit trail, which begins a thread of its own unless it follows from another. */
export const auditOf = (
  { itemId, type, version }: Pick<ItemRecord, 'itemId' | 'type' | 'version'>,
  action: AuditEntry['action'],
  { name, requestId }: Pick<Caller, 'name' | 'requestId'>,
  { now, newId }: Tools,
  more: { correlationId?: string; details?: Record<string, unknown> } = {},
): AuditEntry => ({
  entryId: newId(),
  itemId,
  type,
  action,
  by: name,
  at: new Date(now()).toISOString(),
  version,
  correlationId: more.correlationId ?? newId(),
  causationId: requestId,
  ...(more.details ? { details: more.details } : {}),
});
