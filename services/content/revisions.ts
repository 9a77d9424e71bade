import * as z from 'zod';
import { Refusal } from '../shared/refusal.ts';
import type { Revision } from './item.ts';

/** A version in an address or a query. */
export const Version = z.coerce.number('expected the number of a version').int().min(1).max(99_999_999);

/** The revision, which must be there. */
export const existingRevision = (revision: Revision | undefined, itemId: string, version: number): Revision => {
  if (!revision) throw new Refusal(404, 'no-such-revision', `The item ${itemId} has no version ${version}.`, 'version');
  return revision;
};
