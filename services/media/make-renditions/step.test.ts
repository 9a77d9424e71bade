import { describe, expect, test } from 'vitest';
import { sharp } from '../image-library.ts';
import { corners, difference, pixelAt } from '../testing/pixels.ts';
import { processImage } from '../testing/process.ts';

const near = (actual: readonly number[], expected: readonly number[]): void => {
  expected.forEach((value, channel) => {
    expect(Math.abs((actual[channel] ?? 0) - value), `channel ${channel} of ${actual}`).toBeLessThan(40);
  });
};

test('a photograph becomes frames up to its own width and crops, each in three formats', async () => {
  const bytes = await (await corners(1500, 1000)).jpeg().toBuffer();
  const { content, published, records, file } = await processImage(bytes, 'image/jpeg');
  const sizes = ['frame-320', 'frame-640', 'frame-960', 'frame-1280', 'frame-1500', 'wide-640', 'wide-1280'];
  sizes.push('square-320', 'square-640', 'portrait-320', 'portrait-640');
  expect(content.renditions.sort()).toEqual(sizes.flatMap((s) => [`${s}.avif`, `${s}.jpg`, `${s}.webp`]).sort());
  expect(published).toMatchObject({ state: 'ready', renditions: 33, failed: [] });
  for (const { name, width, height, bytes: size, contentType, state, attempts } of records.values()) {
    const header = await sharp(file(name)).metadata();
    expect([header.width, header.height, header.mediaType], name).toEqual([width, height, contentType]);
    expect([state, attempts, size], name).toEqual(['ready', 1, file(name).byteLength]);
  }
  const manifest = JSON.parse(file(published.manifestKey.split('/').at(-1) ?? '').toString());
  expect(manifest.renditions).toHaveLength(33);
  expect(manifest.renditions[0].path).toMatch(/^\/media\/[0-9a-f]{64}\/frame-320\.avif$/);
});

test('an image narrower than the smallest width comes once a shape and is never enlarged', async () => {
  const bytes = await (await corners(200, 120)).png().toBuffer();
  const { content } = await processImage(bytes, 'image/png');
  expect(new Set(content.renditions.map((name) => name.split('.')[0]))).toEqual(
    new Set(['frame-200', 'wide-200', 'square-120', 'portrait-80']),
  );
});

describe('an image stored sideways', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'with orientation %i is published upright, without metadata',
    async (orientation) => {
      const stored = await turnedAway(orientation);
      expect((await sharp(stored).metadata()).exif?.toString('latin1')).toContain('Somewhere');
      const { file, content, orientation: found } = await processImage(stored, 'image/jpeg');
      expect([content.width, content.height, found]).toEqual([300, 200, orientation]);
      for (const name of ['frame-300.avif', 'frame-300.webp', 'frame-300.jpg']) {
        near(await pixelAt(file(name), 0.1, 0.1), [255, 0, 0]);
        near(await pixelAt(file(name), 0.9, 0.1), [0, 255, 0]);
        near(await pixelAt(file(name), 0.9, 0.9), [0, 0, 255]);
        const { exif, icc, xmp, iptc, orientation: left } = await sharp(file(name)).metadata();
        expect([exif, icc, xmp, iptc, left], name).toEqual([undefined, undefined, undefined, undefined, undefined]);
      }
      const square = await sharp(file('square-200.webp')).metadata();
      expect([square.width, square.height]).toEqual([200, 200]);
    },
  );

  /** Stores the corners so that the tag turns them upright again; with a place in the EXIF data. */
  const turnedAway = async (orientation: number): Promise<Buffer> => {
    const upright = await (await corners(300, 200)).png().toBuffer();
    const turns: Record<number, (image: ReturnType<typeof sharp>) => ReturnType<typeof sharp>> = {
      1: (image) => image,
      2: (image) => image.flop(),
      3: (image) => image.rotate(180),
      4: (image) => image.flip(),
      5: (image) => image.rotate(270).flop(),
      6: (image) => image.rotate(270),
      7: (image) => image.rotate(90).flop(),
      8: (image) => image.rotate(90),
    };
    // Turned and mirrored in two steps: within one pipeline sharp would mirror first.
    const turned = await (turns[orientation] ?? ((image) => image))(sharp(upright)).png().toBuffer();
    return sharp(turned)
      .jpeg({ quality: 95 })
      .withMetadata({ orientation })
      .withExifMerge({ IFD0: { ImageDescription: 'Somewhere' } })
      .toBuffer();
  };
});

test('transparency is kept, with PNG in the place of JPEG', async () => {
  const see = {
    create: { width: 400, height: 300, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } },
  } as const;
  const { content, file } = await processImage(await sharp(see).png().toBuffer(), 'image/png');
  expect(content.hasAlpha).toBe(true);
  expect(content.renditions.some((name) => name.endsWith('.jpg'))).toBe(false);
  for (const name of ['frame-400.png', 'frame-400.webp', 'frame-400.avif', 'square-300.png']) {
    near(await pixelAt(file(name), 0.5, 0.5), [200, 30, 30, 128]);
  }
});

test('an alpha channel without a transparent pixel counts as opaque', async () => {
  const opaque = await (await corners(400, 300)).ensureAlpha(1).png().toBuffer();
  const { content } = await processImage(opaque, 'image/png');
  expect(content.hasAlpha).toBe(false);
  expect(content.renditions).toContain('frame-400.jpg');
});

test('an animation stays one as WebP frames with its timing, and is a still in everything else', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
      sharp({ create: { width: 700, height: 400, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 200, 300], loop: 2 })
    .toBuffer();
  const { content, file } = await processImage(gif, 'image/gif');
  expect([content.width, content.height, content.frames]).toEqual([700, 400, 3]);
  for (const name of ['frame-320.webp', 'frame-640.webp', 'frame-700.webp']) {
    const { pages, delay, loop } = await sharp(file(name), { animated: true }).metadata();
    expect({ pages, delay, loop }, name).toEqual({ pages: 3, delay: [100, 200, 300], loop: 2 });
    near(await pixelAt(await sharp(file(name), { page: 2 }).png().toBuffer(), 0.5, 0.5), [0, 0, 255]);
  }
  for (const name of ['frame-320.jpg', 'frame-640.avif', 'square-320.webp', 'wide-640.webp']) {
    expect((await sharp(file(name)).metadata()).pages ?? 1, name).toBe(1);
    near(await pixelAt(file(name), 0.5, 0.5), [255, 0, 0]);
  }
});

test('colours of another profile are converted to sRGB', async () => {
  const green = sharp({ create: { width: 340, height: 340, channels: 3, background: '#20c040' } });
  const wide = await green.withIccProfile('p3').png().toBuffer();
  const { file } = await processImage(wide, 'image/png');
  near(await pixelAt(file('frame-340.webp'), 0.5, 0.5), [32, 192, 64]);
  const cmyk = await sharp({ create: { width: 340, height: 340, channels: 3, background: '#2040c0' } })
    .toColourspace('cmyk')
    .jpeg({ quality: 95 })
    .toBuffer();
  const printed = await processImage(cmyk, 'image/jpeg');
  expect((await sharp(printed.file('frame-340.jpg')).metadata()).space).toBe('srgb');
});

test.each([
  ['greyscale', 'b-w', 'uchar'],
  ['16 bits a channel', 'rgb16', 'ushort'],
] as const)('an image in %s becomes an ordinary one', async (_, space, depth) => {
  const bytes = await (await corners(330, 330)).toColourspace(space).png().toBuffer();
  expect((await sharp(bytes).metadata()).depth).toBe(depth);
  const { file } = await processImage(bytes, 'image/png');
  for (const name of ['frame-330.avif', 'frame-330.webp', 'frame-330.jpg']) {
    expect(await sharp(file(name)).metadata(), name).toMatchObject({ space: 'srgb', depth: 'uchar' });
  }
});

test('a small drawing is drawn large, not blown up', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="8"><circle cx="8" cy="4" r="4"/></svg>',
  );
  const { content, file } = await processImage(svg, 'image/svg+xml');
  expect([content.width, content.height, content.hasAlpha]).toEqual([2560, 1280, true]);
  near(await pixelAt(file('frame-2560.png'), 0.5, 0.5), [0, 0, 0, 255]);
  near(await pixelAt(file('frame-2560.png'), 0.01, 0.5), [0, 0, 0, 0]);
});

test('a crop keeps the focal point in sight', async () => {
  const bytes = await (await corners(1200, 400)).png().toBuffer();
  const left = await processImage(bytes, 'image/png', { x: 0, y: 50 });
  near(await pixelAt(left.file('square-320.webp'), 0.5, 0.1), [255, 0, 0]);
  const right = await processImage(bytes, 'image/png', { x: 100, y: 50 });
  near(await pixelAt(right.file('square-320.webp'), 0.5, 0.1), [0, 255, 0]);
});

test('batches cut from a shrunk decode look like renditions made from the whole image', async () => {
  const background = { r: 90, g: 120, b: 60 };
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 900, height: 600, channels: 3, background, noise } as const;
  const bytes = await sharp({ create }).blur(4).jpeg({ quality: 95 }).toBuffer();
  const { file } = await processImage(bytes, 'image/jpeg');
  const direct = await sharp(bytes).resize(320).png().toBuffer();
  expect(await difference(file('frame-320.webp'), direct)).toBeLessThan(4);
});
