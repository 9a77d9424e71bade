import * as z from 'zod';
import { itemsUsing } from '../../shared/asset-uses.ts';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import { ITEM_STATES, type Revision, shownItem } from '../item.ts';
import { ContentTypeName } from '../model/item.ts';
import { ItemId } from '../model/reference.ts';
import type { ListRequest, Stored } from '../store/items.ts';

/** Items read at once. */
const MOST = 100;

export const ListItemsInput = z.strictObject({
  ...PAGING,
  type: ContentTypeName.optional(),
  state: z.enum(ITEM_STATES, `expected one of ${ITEM_STATES.join(', ')}`).optional(),
  about: ItemId.optional(),
  /** An asset that its newest or its public version refers to. */
  asset: z.uuid('expected the id of an asset, as GET /assets lists them').optional(),
  /** Words that its name, its address or its id has. */
  q: z.string().max(200).optional(),
});
export type ListItemsInput = z.infer<typeof ListItemsInput>;

type Deps = {
  listItems: (request: ListRequest) => Promise<{ values: Stored[]; next?: string }>;
  readRevisions: (wanted: readonly { itemId: string; version: number }[]) => Promise<Revision[]>;
};

/** How many items are looked at for one page: a search that finds little comes back with `next` and goes on from there. */
const MOST_LOOKED_AT = 2_000;

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const keyOf = ({ updatedAt, itemId }: Stored): string => `${updatedAt}#${itemId}`;

/** A page of items, the one changed last first; the trash only where it is asked for. */
export const createListItems =
  ({ listItems, readRevisions }: Deps) =>
  async ({ limit, next, type, state, about, asset, q = '' }: ListItemsInput) => {
    const words = folded(q).split(/\s+/).filter(Boolean);
    const fits = (item: Stored): boolean => {
      const shown = shownItem(item).state;
      if (state ? shown !== state : shown === 'trashed') return false;
      if (about && item.about !== about) return false;
      const text = folded([item.itemId, ...Object.values(item.names), ...Object.values(item.slugs)].join(' '));
      return words.every((word) => text.includes(word));
    };
    const items: Stored[] = [];
    let after = afterOf(next);
    let more = true;
    for (let seen = 0; more && items.length < limit && seen < MOST_LOOKED_AT; ) {
      const page = await listItems({ limit: MOST, after, type });
      seen += MOST;
      const fitting = page.values.filter(fits);
      const using = asset === undefined ? fitting : await itemsUsing(fitting, asset, readRevisions);
      const found = using.slice(0, limit - items.length);
      items.push(...found);
      const full = items.length === limit && found.length > 0;
      // A full page ends at its last item, which may stand in the middle of what was read.
      const last = full ? found.at(-1) : undefined;
      after = last ? keyOf(last) : page.next;
      more = last ? page.next !== undefined || page.values.at(-1) !== last : page.next !== undefined;
    }
    return {
      items: items.map(({ writes: _, ...item }) => shownItem(item)),
      next: more ? nextOf(after) : undefined,
    };
  };
