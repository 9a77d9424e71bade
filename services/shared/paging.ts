import * as z from 'zod';

/** What every list takes to be read page by page. */
export const PAGING = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  next: z.base64url('expected the value of `next` from the page before').optional(),
};

/** The place where the page before ended. */
export const afterOf = (next: string | undefined): string | undefined =>
  next && Buffer.from(next, 'base64url').toString();

/** What leads to the next page. */
export const nextOf = (after: string | undefined): string | undefined =>
  after === undefined ? undefined : Buffer.from(after).toString('base64url');
