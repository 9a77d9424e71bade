/** A file of which any part can be read; `end` is not included. */
export type Ranges = { size: number; read: (start: number, end: number) => Promise<Uint8Array> };

/** A film as it is handed to whoever inspects it: all of it, or where it lies. */
export type FilmSource = { bytes: Uint8Array } | { key: string; etag: string; size: number };

/** Bytes up to which a film is read at once; of a larger one only what its container says is read, part by part. */
export const MOST_AT_ONCE = 50 * 1024 * 1024;

/** The parts of what is in memory already. */
export const inMemory = (bytes: Uint8Array): Ranges => ({
  size: bytes.byteLength,
  read: async (start, end) => bytes.subarray(start, end),
});
