import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import type { Tools } from '../changing.ts';
import { type Publication, upkeep } from '../publication.ts';
import type { Change, Outcome } from '../store/write.ts';

export const RequestRebuildInput = z.strictObject({});
export type RequestRebuildInput = z.infer<typeof RequestRebuildInput>;

type Deps = Tools & { write: (changes: readonly Change[], publication: Publication) => Promise<Outcome> };

/** Asks for every page of the site to be made anew; the public sees the old ones until all are ready. */
export const createRequestRebuild =
  ({ now, newId, write }: Deps) =>
  async (_: RequestRebuildInput, { name, requestId }: Caller): Promise<Publication> => {
    const request = { publicationId: newId(), requestedBy: name, correlationId: newId(), causationId: requestId };
    const publication = upkeep({ kind: 'rebuild', ...request, now: now() });
    await write([], publication);
    return publication;
  };
