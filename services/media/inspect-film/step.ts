import * as z from 'zod';
import { filmName } from '../unchanged.ts';
import type { Film, Refused } from './inspect.ts';

export const InspectFilmInput = z.strictObject({
  key: z.string().min(1),
  etag: z.string().min(1),
  contentType: z.enum(['video/mp4', 'video/webm']),
});
export type InspectFilmInput = z.infer<typeof InspectFilmInput>;

type Deps = {
  readOriginal: (original: { key: string; etag: string }) => Promise<Uint8Array>;
  inspect: (bytes: Uint8Array, contentType: string) => Promise<Film | Refused>;
};

/** Reads a film's container to see that browsers can play it; or says why it cannot be taken. Its one rendition is itself. */
export const createInspectFilm =
  ({ readOriginal, inspect }: Deps) =>
  async ({ key, etag, contentType }: InspectFilmInput) => {
    const inspected = await inspect(await readOriginal({ key, etag }), contentType);
    if ('refused' in inspected) return inspected;
    // No picture is taken out of a film, so it has nothing that could stand for it while it loads.
    const plain = { hasAlpha: false, frames: 1, thumbhash: '', colours: [] };
    return { ...inspected, ...plain, renditions: [filmName(contentType)] };
  };
