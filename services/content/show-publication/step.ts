import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import type { Publication } from '../publication.ts';

export const ShowPublicationInput = z.strictObject({ id: z.uuid('expected the id of a publication') });
export type ShowPublicationInput = z.infer<typeof ShowPublicationInput>;

type Deps = { readPublication: (publicationId: string) => Promise<Publication | undefined> };

/** What became of a request to change what is public. */
export const createShowPublication =
  ({ readPublication }: Deps) =>
  async ({ id }: ShowPublicationInput) => {
    const publication = await readPublication(id);
    if (!publication) throw new Refusal(404, 'no-such-publication', `There is no publication ${id}.`, 'id');
    return publication;
  };
