import { variable } from '../shared/environment.ts';
import { readRange } from '../shared/read-object.ts';
import type { Ranges } from './inspect-film/ranges.ts';

const uploads = /* @__PURE__ */ variable('UPLOADS_BUCKET');

/** How many bytes an original has, provided that it is still the one with this entity tag. */
export const sizeOfOriginal = async ({ key, etag }: { key: string; etag: string }): Promise<number> =>
  (await readRange(uploads, key, etag, { start: 0, end: 1 })).size;

/** The parts of an original, each read when it is asked for. */
export const rangesOf = ({ key, etag, size }: { key: string; etag: string; size: number }): Ranges => ({
  size,
  read: async (start, end) => (await readRange(uploads, key, etag, { start, end })).bytes,
});
