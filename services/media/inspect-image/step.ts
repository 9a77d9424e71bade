import * as z from 'zod';
import { shareOut } from '../batches.ts';
import { planRenditions } from '../rendition.ts';
import type { Inspection, Refused } from './inspect.ts';

export const InspectImageInput = z.strictObject({
  key: z.string().min(1),
  etag: z.string().min(1),
  contentType: z.string().min(1),
});
export type InspectImageInput = z.infer<typeof InspectImageInput>;

type Deps = {
  readOriginal: (original: { key: string; etag: string }) => Promise<Uint8Array>;
  inspect: (bytes: Uint8Array, contentType: string) => Promise<Inspection | Refused>;
};

/** Decodes an image once to see that it is sound, and plans its renditions; or says why it cannot be taken. */
export const createInspectImage =
  ({ readOriginal, inspect }: Deps) =>
  async ({ key, etag, contentType }: InspectImageInput) => {
    const inspected = await inspect(await readOriginal({ key, etag }), contentType);
    if ('refused' in inspected) return inspected;
    const renditions = planRenditions(inspected);
    const batches = shareOut(renditions, inspected, inspected.frames);
    return {
      ...inspected,
      renditions: renditions.map(({ name }) => name),
      batches: batches.map((batch) => ({ renditions: batch.map(({ name }) => name) })),
    };
  };
