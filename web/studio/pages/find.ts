import { type Item, nameOf } from '../api/content.ts';
import { folded } from '../app/folded.ts';

export const LISTED_STATES = ['draft', 'changed', 'scheduled', 'published', 'unpublished'] as const;
export type ListedState = (typeof LISTED_STATES)[number];

export const SORTS = ['changed', 'name', 'state', 'type'] as const;
export type Sort = (typeof SORTS)[number];

export type Filter = { type?: string; state?: ListedState; text: string };

const textOf = ({ itemId, names, slugs, updatedBy }: Item): string =>
  folded([itemId, ...Object.values(names), ...Object.values(slugs), updatedBy].join('\n'));

/** The items that a filter leaves: each word of its text is in a name, an address, the id, or who changed it. */
export const found = (items: readonly Item[], { type, state, text }: Filter): Item[] => {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (type !== undefined && item.type !== type) return false;
    if (state !== undefined && item.state !== state) return false;
    const all = words.length > 0 ? textOf(item) : '';
    return words.every((word) => all.includes(word));
  });
};

const byName = (one: Item, other: Item): number =>
  nameOf(one).localeCompare(nameOf(other), undefined, { numeric: true });

const ORDERS: Readonly<Record<Sort, (one: Item, other: Item) => number>> = {
  changed: (one, other) => other.updatedAt.localeCompare(one.updatedAt),
  name: byName,
  state: (one, other) => order(one) - order(other) || byName(one, other),
  type: (one, other) => one.type.localeCompare(other.type) || byName(one, other),
};

const ALL: readonly string[] = LISTED_STATES;
const order = ({ state }: Item): number => ALL.indexOf(state);

export const sorted = (items: readonly Item[], sort: Sort): Item[] => [...items].sort(ORDERS[sort]);

/** How many items there are of each value of a member. */
export const countedBy = (items: readonly Item[], member: 'type' | 'state'): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item[member], (counts.get(item[member]) ?? 0) + 1);
  return counts;
};

/** Languages that the last attempt to publish it found fault with: a field's last part, as in `keyArt.alt.es`. */
export const faultyLocales = ({ publication }: Item, locales: readonly string[]): string[] => {
  const problems = publication?.state === 'failed' ? (publication.problems ?? []) : [];
  return locales.filter((locale) => problems.some(({ field }) => field.endsWith(`.${locale}`)));
};
