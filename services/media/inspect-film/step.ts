import * as z from 'zod';
import { filmName } from '../unchanged.ts';
import type { Film, Refused } from './inspect.ts';
import { type FilmSource, MOST_AT_ONCE } from './ranges.ts';

export const InspectFilmInput = z.strictObject({
  key: z.string().min(1),
  etag: z.string().min(1),
  contentType: z.enum(['video/mp4', 'video/webm']),
});
export type InspectFilmInput = z.infer<typeof InspectFilmInput>;

type Original = { key: string; etag: string };
type Deps = {
  sizeOfOriginal: (original: Original) => Promise<number>;
  readOriginal: (original: Original) => Promise<Uint8Array>;
  inspect: (source: FilmSource, contentType: string) => Promise<Film | Refused>;
};

/** Reads a film's container to see that browsers can play it; or says why it cannot be taken. Its one rendition is itself. */
export const createInspectFilm =
  ({ sizeOfOriginal, readOriginal, inspect }: Deps) =>
  async ({ key, etag, contentType }: InspectFilmInput) => {
    const size = await sizeOfOriginal({ key, etag });
    const source = size > MOST_AT_ONCE ? { key, etag, size } : { bytes: await readOriginal({ key, etag }) };
    const inspected = await inspect(source, contentType);
    if ('refused' in inspected) return inspected;
    // No picture is taken out of a film, so it has nothing that could stand for it while it loads.
    const plain = { hasAlpha: false, frames: 1, thumbhash: '', colours: [] };
    return { ...inspected, ...plain, renditions: [filmName(contentType)] };
  };
