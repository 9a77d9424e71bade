import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { NAMED_ITEMS, namedItems } from '../named-items.ts';
import { type RequestDeps, requestPublication } from '../request.ts';

export const RequestPublicationInput = z
  .strictObject({ kind: z.enum(['publish', 'unpublish'], 'expected publish or unpublish'), ...NAMED_ITEMS })
  .transform(({ kind, ...named }, context) => ({ kind, items: namedItems(named, context) }));
export type RequestPublicationInput = z.infer<typeof RequestPublicationInput>;

/** Asks for items to become public, or to be so no more, all in one step; what becomes of it is told by the publication. */
export const createRequestPublication =
  (deps: RequestDeps) =>
  async ({ kind, items }: RequestPublicationInput, caller: Caller) =>
    requestPublication(deps, { kind, items, caller, publicationId: deps.newId() });
