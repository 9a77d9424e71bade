import * as z from 'zod';
import { ItemId } from './model/reference.ts';
import { MOST_ITEMS } from './publication.ts';
import { Version } from './revisions.ts';

/** How a request names what it is about: one item by its address, or several that change together. */
export const NAMED_ITEMS = {
  id: ItemId.optional(),
  version: Version.optional(),
  items: z
    .array(z.strictObject({ itemId: ItemId, version: Version.optional() }))
    .min(1)
    .max(MOST_ITEMS)
    .optional(),
};

type Named = z.output<z.ZodObject<typeof NAMED_ITEMS>>;

/** The items that a request names in either way; in both ways or in none, the issue is told and nothing comes back. */
export const namedItems = ({ id, version, items }: Named, context: z.RefinementCtx) => {
  if (id !== undefined && items === undefined) return [{ itemId: id, version }];
  if (id === undefined && items !== undefined && version === undefined) return items;
  context.addIssue({ code: 'custom', path: ['items'], message: 'expected the items that change together' });
  return z.NEVER;
};
