import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';

import { ItemId } from '../model/reference.ts';
import { MOST_ITEMS } from '../publication.ts';
import { type RequestDeps, requestPublication } from '../request.ts';
import { Version } from '../revisions.ts';

const Item = z.strictObject({ itemId: ItemId, version: Version.optional() });

/** One item by its address, or several that change together. */
export const RequestPublicationInput = z
  .strictObject({
    kind: z.enum(['publish', 'unpublish'], 'expected publish or unpublish'),
    id: ItemId.optional(),
    version: Version.optional(),
    items: z.array(Item).min(1).max(MOST_ITEMS).optional(),
  })
  .transform(({ kind, id, version, items }, context) => {
    if ((id === undefined) === (items === undefined) || (items && version !== undefined)) {
      context.addIssue({ code: 'custom', path: ['items'], message: 'expected the items that change together' });
      return z.NEVER;
    }
    return { kind, items: items ?? [{ itemId: id as string, version }] };
  });
export type RequestPublicationInput = z.infer<typeof RequestPublicationInput>;

/** Asks for items to become public, or to be so no more, all in one step; what becomes of it is told by the publication. */
export const createRequestPublication =
  (deps: RequestDeps) =>
  async ({ kind, items }: RequestPublicationInput, caller: Caller) =>
    requestPublication(deps, { kind, items, caller, publicationId: deps.newId() });
