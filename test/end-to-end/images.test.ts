import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asset } from '../../cli/api.ts';
import { hasMedia, mediaFiles } from '../shared.ts';
import { difference, quarters } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

const LARGEST = { avif: 2560, webp: 2560, jpg: 2560, png: 2560 } as const;

/** Opens every rendition as the public gets it and checks what holds for all of them. */
const checkRenditions = async ({ renditions = [], width = 0 }: Asset): Promise<Map<string, Buffer>> => {
  const files = new Map<string, Buffer>();
  for (const rendition of renditions) {
    expect(rendition.state, rendition.name).toBe('ready');
    const { status, headers, bytes } = await system.published(rendition.path ?? '');
    expect(status, rendition.path).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toBe(rendition.contentType);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data.length).toBeGreaterThan(0);
    expect([info.width, info.height], rendition.name).toEqual([rendition.width, rendition.height]);
    expect(info.width).toBeLessThanOrEqual(Math.min(width, LARGEST.avif));
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation }, rendition.name).toEqual({});
    files.set(rendition.name, bytes);
  }
  expect(files.size).toBeGreaterThan(0);
  return files;
};

describe('a photograph', () => {
  test('stored on its side, with a position in its metadata, is published upright and without it', async () => {
    const upright = await quarters(1500, 1000).jpeg({ quality: 95 }).toBuffer();
    const sideways = await sharp(await quarters(1500, 1000).rotate(270).toBuffer())
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const asset = await system.upload('harbour.jpg', 'image/jpeg', sideways);
    expect(asset).toMatchObject({ state: 'ready', width: 1500, height: 1000, contentType: 'image/jpeg' });
    const files = await checkRenditions(asset);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'frame-320.avif',
        'frame-1500.webp',
        'wide-640.jpg',
        'square-320.webp',
        'portrait-640.avif',
      ]),
    );
    for (const format of ['avif', 'webp', 'jpg'])
      expect(await difference(files.get(`frame-960.${format}`) ?? Buffer.of(), upright)).toBeLessThan(8);
  });

  test('that is uploaded again shares the renditions of the first', async () => {
    const bytes = await quarters(400, 300).jpeg().toBuffer();
    const first = await system.upload('first.jpg', 'image/jpeg', bytes);
    const second = await system.upload('again.jpg', 'image/jpeg', bytes);
    expect(second).toMatchObject({ state: 'ready', contentId: first.contentId });
    expect(second.renditions).toEqual(first.renditions);
  });
});

describe('an image with transparency', () => {
  test('keeps it, in PNG where a photograph would be JPEG', async () => {
    const bytes = await sharp({
      create: { width: 500, height: 500, channels: 4, background: { r: 200, g: 20, b: 20, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const asset = await system.upload('logo.png', 'image/png', bytes);
    const files = await checkRenditions(asset);
    expect([...files.keys()].filter((name) => name.endsWith('.jpg'))).toEqual([]);
    for (const name of ['frame-500.png', 'frame-500.webp', 'frame-500.avif'])
      expect((await sharp(files.get(name)).metadata()).hasAlpha, name).toBe(true);
  });
});

describe('an animation', () => {
  test('moves on as animated WebP, with stills beside it', async () => {
    const frames = await Promise.all([0, 90, 180].map((turn) => quarters(200, 200).rotate(turn).png().toBuffer()));
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100] })
      .toBuffer();
    const files = await checkRenditions(await system.upload('turning.gif', 'image/gif', gif));
    expect((await sharp(files.get('frame-200.webp')).metadata()).pages).toBe(3);
    expect((await sharp(files.get('frame-200.avif')).metadata()).pages ?? 1).toBe(1);
  });
});

describe.skipIf(!hasMedia)('the real media beside the project', () => {
  test.each(mediaFiles('images'))('$name becomes renditions that open', async ({ name, bytes }) => {
    const asset = await system.upload(name, name.endsWith('.png') ? 'image/png' : 'image/jpeg', bytes);
    expect(asset).toMatchObject({ state: 'ready' });
    await checkRenditions(asset);
  });

  // Of the eight ways to store a photograph, and the two shapes, one suffices here; `services/media/real-images.test.ts` goes through all.
  test('a portrait photograph looks the same, stored upright or sideways', async () => {
    const names = ['portrait-3.jpg', 'portrait-6.jpg'];
    const stills: Buffer[] = [];
    for (const { name, bytes } of mediaFiles('orientation')) {
      if (!names.includes(name)) continue;
      const asset = await system.upload(name, 'image/jpeg', bytes);
      expect(asset, name).toMatchObject({ state: 'ready' });
      expect(asset.height ?? 0, name).toBeGreaterThan(asset.width ?? 0);
      stills.push((await checkRenditions(asset)).get('frame-640.webp') ?? Buffer.of());
    }
    const [upright = Buffer.of(), sideways = Buffer.of()] = stills;
    expect(await difference(upright, sideways)).toBeLessThan(6);
  });
});
