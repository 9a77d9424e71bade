import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import type { Tools } from '../changing.ts';
import type { Publication } from '../publication.ts';
import type { Change, Outcome } from '../store/write.ts';

export const RequestRebuildInput = z.strictObject({});
export type RequestRebuildInput = z.infer<typeof RequestRebuildInput>;

type Deps = Tools & { write: (changes: readonly Change[], publication: Publication) => Promise<Outcome> };

/** Asks for every page of the site to be made anew; the public sees the old ones until all are ready. */
export const createRequestRebuild =
  ({ now, newId, write }: Deps) =>
  async (_: RequestRebuildInput, { name, requestId }: Caller): Promise<Publication> => {
    const publication: Publication = {
      publicationId: newId(),
      kind: 'rebuild',
      items: [],
      state: 'waiting',
      requestedBy: name,
      requestedAt: new Date(now()).toISOString(),
      correlationId: newId(),
      causationId: requestId,
    };
    await write([], publication);
    return publication;
  };
