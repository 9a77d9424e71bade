import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { demoArtwork } from './artwork.ts';

const artwork = demoArtwork();
const find = (part: string) => artwork.find(({ fileName }) => fileName.includes(part));
const hashOf = (bytes?: Buffer) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

test('every file has a name of its own, and what a visitor sees first comes first', () => {
  expect(new Set(artwork.map(({ fileName }) => fileName)).size).toBe(artwork.length);
  expect(artwork.slice(0, 3).map(({ fileName }) => fileName)).toEqual([
    'nine-lamps-out-key-art.jpg',
    'nine-lamps-out-poster.webp',
    'nine-lamps-out-emblem.png',
  ]);
});

describe.each(artwork)('$fileName', ({ alt, focalPoint, fileName, contentType }) => {
  test.skipIf(contentType === 'text/vtt')('says what is to be seen in one sentence of each language', () => {
    if (!alt) throw new Error('There is no such sentence.');
    for (const sentence of [alt.en, alt.es]) {
      expect(sentence).toMatch(/^\p{Lu}[^.]{29,159}\.$/u);
      expect(sentence).not.toMatch(/image of|picture of|imagen de|foto de/i);
    }
    expect(alt.en).not.toBe(alt.es);
  });

  test('has a name that fits its type and, where it is a picture, a focal point within it', () => {
    expect(focalPoint !== undefined).toBe(contentType.startsWith('image/'));
    for (const percent of focalPoint ? [focalPoint.x, focalPoint.y] : []) {
      expect(Number.isInteger(percent)).toBe(true);
      expect(percent).toBeGreaterThan(0);
      expect(percent).toBeLessThan(100);
    }
    expect(fileName.split('.').at(-1)?.replace('jpg', 'jpeg')).toBe(contentType.split('/').at(-1));
  });
});

test.each(['emblem', 'episode-1', 'cast-saoirse'])('%s has the same bytes at every run', async (part) => {
  const [once, again] = [await find(part)?.draw(), await find(part)?.draw()];
  expect(once?.length).toBeGreaterThan(10_000);
  expect(hashOf(again)).toBe(hashOf(once));
});

test.each([
  ['emblem', 'png', 1200, 1200, true],
  ['episode-2', 'jpeg', 1280, 720, false],
  ['crew-tam', 'jpeg', 1000, 1200, false],
])('%s is a %s of %i × %i', async (part, format, width, height, hasAlpha) => {
  const bytes = await find(part)?.draw();
  expect(await sharp(bytes).metadata()).toMatchObject({ format, width, height, hasAlpha });
});
