import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFilm } from '../testing/films.ts';
import { inspectFilm } from './inspect.ts';
import { type FilmSource, inMemory, MOST_AT_ONCE } from './ranges.ts';
import { createInspectFilm } from './step.ts';

const inspected = (bytes: Uint8Array, contentType: 'video/mp4' | 'video/webm') =>
  createInspectFilm({
    sizeOfOriginal: async () => bytes.byteLength,
    readOriginal: async () => bytes,
    inspect: () => inspectFilm(inMemory(bytes), contentType),
  })({ key: 'k', etag: 'e', contentType });

const media = join(import.meta.dirname, '../../../../shared/media/video');
const real = (name: string): Buffer | undefined => {
  try {
    return readFileSync(join(media, name));
  } catch {
    return undefined;
  }
};

/** A copy with the first four letters that read so exchanged for others. */
const patched = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const copy = Buffer.from(bytes);
  copy.write(to, copy.indexOf(from), 'latin1');
  return copy;
};

test.each([
  ['webm', 'video/webm', 'film.webm'],
  ['mp4', 'video/mp4', 'film.mp4'],
] as const)('a film in %s is measured, and is its own rendition', async (kind, contentType, name) => {
  const bytes = await aFilm(kind, { sound: true });
  const found = await inspected(bytes, contentType);
  expect(found).toEqual({
    width: 64,
    height: 36,
    duration: 1,
    hasAlpha: false,
    frames: 1,
    thumbhash: '',
    colours: [],
    renditions: [name],
  });
  expect(await inspected(bytes, contentType)).toEqual(found);
});

test('a large film is never read whole: only its container is, in parts', async () => {
  const film = Buffer.from(await aFilm('mp4', { sound: true }));
  // A box that players skip makes a small film a large one.
  const size = film.length + 2 * MOST_AT_ONCE;
  const skipped = Buffer.alloc(8);
  skipped.writeUInt32BE(2 * MOST_AT_ONCE);
  skipped.write('free', 4, 'latin1');
  const given: FilmSource[] = [];
  let read = 0;
  const ranges = {
    size,
    read: async (start: number, end: number) => {
      read += end - start;
      const bytes = Buffer.alloc(end - start);
      film.copy(bytes, 0, Math.min(start, film.length), Math.min(end, film.length));
      if (end > film.length && start < film.length + 8)
        skipped.copy(bytes, Math.max(0, film.length - start), Math.max(0, start - film.length), 8);
      return new Uint8Array(bytes);
    },
  };
  const inspect = createInspectFilm({
    sizeOfOriginal: async () => size,
    readOriginal: () => Promise.reject(new Error('nobody reads it whole')),
    inspect: (source, contentType) => {
      given.push(source);
      return inspectFilm(ranges, contentType);
    },
  });
  expect(await inspect({ key: 'k', etag: 'e', contentType: 'video/mp4' })).toMatchObject({ width: 64, duration: 1 });
  expect(given).toEqual([{ key: 'k', etag: 'e', size }]);
  expect(read).toBeLessThan(MOST_AT_ONCE);
});

test('a film without sound is one, and one that is stored sideways is measured upright', async () => {
  expect(await inspected(await aFilm('mp4', { rotation: 90 }), 'video/mp4')).toMatchObject({ width: 36, height: 64 });
});

test.skipIf(!real('frog.mp4')).each([
  ['frog.mp4', 'video/mp4', { width: 720, height: 480, duration: 8.267 }],
  ['rabbit320.mp4', 'video/mp4', { width: 320, height: 240, duration: 7.8 }],
  ['rabbit320.webm', 'video/webm', { width: 320, height: 240, duration: 7.8 }],
] as const)('%s is a film', async (name, contentType, expected) => {
  const bytes = real(name) ?? Buffer.of();
  expect(await inspected(bytes, contentType)).toMatchObject(expected);
  for (const part of [0.01, 0.5, 0.9, 0.999]) {
    const cut = await inspected(bytes.subarray(0, Math.floor(bytes.length * part)), contentType);
    expect(cut, `${part}`).toMatchObject({ refused: { code: 'truncated-film' } });
  }
});

describe('is refused, with a reason and a remedy', () => {
  test.each([
    ['sound without pictures', 'webm', { pictures: false, sound: true }, 'no-video-track', /sound but no pictures/],
    ['what no browser plays in MP4', 'mp4 with VP8', {}, 'codec-not-supported', /pictures are encoded as vp8/],
    ['a film of more than ten minutes', 'webm', { at: [0, 600.5] }, 'film-too-long', /lasts 10 min 1 s/],
    ['a long film in MP4', 'mp4', { at: [0, 4000] }, 'film-too-long', /lasts 66 min/],
  ] as const)('%s', async (_, kind, options, code, message) => {
    const type = kind === 'webm' ? 'video/webm' : 'video/mp4';
    expect(await inspected(await aFilm(kind, options), type)).toEqual({
      refused: { code, message: expect.stringMatching(message), remedy: expect.stringMatching(/\.$/) },
    });
  });

  test('an encrypted film', async () => {
    const bytes = patched(await aFilm('mp4'), 'avc1', 'encv');
    // The first of them stands among the brands of the file.
    const both = patched(bytes, 'avc1', 'encv');
    expect(await inspected(both, 'video/mp4')).toMatchObject({ refused: { code: 'encrypted-film' } });
  });

  test.each(['webm', 'mp4'] as const)('a %s film that ends early, wherever that is', async (kind) => {
    const bytes = await aFilm(kind, { at: [0, 0.5, 1, 1.5, 2, 2.5, 3], sound: true });
    const type = kind === 'webm' ? 'video/webm' : 'video/mp4';
    for (let length = 1; length < bytes.length; length += 23) {
      const found = await inspected(bytes.subarray(0, length), type);
      expect(found, `${length} of ${bytes.length} bytes`).toHaveProperty('refused');
    }
    expect(await inspected(bytes, type)).not.toHaveProperty('refused');
  });

  test('a film that states a length and has less', async () => {
    const bytes = Buffer.from(await aFilm('webm', { at: [0, 0.5] }));
    // Duration is element 4489, here eight bytes of floating point in milliseconds.
    const at = bytes.indexOf(Buffer.from('448988', 'hex'));
    bytes.writeDoubleBE(20_000, at + 3);
    expect(await inspected(bytes, 'video/webm')).toMatchObject({ refused: { code: 'truncated-film' } });
    bytes.writeDoubleBE(700_000, at + 3);
    expect(await inspected(bytes, 'video/webm')).toMatchObject({ refused: { code: 'film-too-long' } });
  });

  test('noise behind the first bytes', async () => {
    for (const kind of ['webm', 'mp4'] as const) {
      const bytes = await aFilm(kind);
      bytes.fill(0x41, 60);
      const found = await inspected(bytes, kind === 'webm' ? 'video/webm' : 'video/mp4');
      expect(found, kind).toMatchObject({ refused: { code: expect.stringMatching(/film$|no-video-track/) } });
    }
  });
});
