import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sharp } from '../image-library.ts';
import { corners } from '../testing/pixels.ts';
import { inspect } from './inspect.ts';
import { createInspectImage } from './step.ts';

const inspected = (bytes: Uint8Array, contentType: string) =>
  createInspectImage({ readOriginal: async () => bytes, inspect })({ key: 'k', etag: 'e', contentType });

/** A PNG header that promises this size, with hardly any data behind it. */
const promise = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.byteLength, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

test('a sound image is measured and its renditions are shared out, each once', async () => {
  const bytes = await (await corners(3000, 2000)).jpeg().toBuffer();
  const found = await inspected(bytes, 'image/jpeg');
  if ('refused' in found) throw new Error(found.refused.message);
  expect(found).toMatchObject({ width: 3000, height: 2000, hasAlpha: false, frames: 1, orientation: 1 });
  expect(found.colours.slice().sort()).toEqual(['#0001fe', '#00fe01', '#fe0100', '#fffeff']);
  expect(Buffer.from(found.thumbhash, 'base64').byteLength).toBeGreaterThan(15);
  expect(found.batches).toHaveLength(3);
  expect(found.batches.flatMap(({ renditions }) => renditions).sort()).toEqual([...found.renditions].sort());
  expect(await inspected(bytes, 'image/jpeg')).toEqual(found);
});

test('a small image is one batch', async () => {
  const found = await inspected(await (await corners(400, 300)).png().toBuffer(), 'image/png');
  expect('batches' in found && found.batches).toHaveLength(1);
});

describe('what cannot be processed is refused with words for the editor', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('a %s file that ends early', async (format) => {
    const whole = await (await corners(900, 600)).toFormat(format).toBuffer();
    for (const part of [0.3, 0.6, 0.95]) {
      const found = await inspected(whole.subarray(0, whole.byteLength * part), `image/${format}`);
      expect('refused' in found && found.refused.code, `${part}`).toMatch(/^(truncated|undecodable)-image$/);
    }
    expect(await inspected(whole, `image/${format}`)).not.toHaveProperty('refused');
  });

  test.each([
    [30_000, 30_000],
    [20_000, 10],
    [11_000, 11_000],
  ])('a picture of %i x %i pixels, before anything is decoded', async (width, height) => {
    const found = await inspected(promise(width, height), 'image/png');
    expect(found).toMatchObject({
      refused: { code: 'image-too-large', message: expect.stringContaining(`${width} x ${height}`) },
    });
  });

  test('a picture whose data is less than its header promises', async () => {
    expect(await inspected(promise(900, 900), 'image/png')).toMatchObject({ refused: { code: expect.any(String) } });
  });

  test('an animation of too many pixels in all', async () => {
    const frame = await sharp({ create: { width: 3000, height: 3000, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
    const gif = await sharp(Array(12).fill(frame), { join: { animated: true } })
      .gif({ keepDuplicateFrames: true })
      .toBuffer();
    const found = await inspected(gif, 'image/gif');
    expect(found).toMatchObject({
      refused: { code: 'animation-too-large', message: expect.stringContaining('12 frames') },
    });
  });

  test('noise behind the first bytes of a JPEG', async () => {
    const whole = await (await corners(300, 300)).jpeg().toBuffer();
    whole.fill(0x00, 30);
    expect(await inspected(whole, 'image/jpeg')).toMatchObject({ refused: { code: 'truncated-image' } });
  });

  test('a type that has a decoder in the library but is not taken', async () => {
    const ppm = Buffer.from('P3\n1 1\n255\n1 2 3\n');
    expect(await inspected(ppm, 'image/png')).toMatchObject({ refused: { code: 'undecodable-image' } });
  });
});

test('a refusal is the same when asked twice', async () => {
  const bytes = promise(30_000, 30_000);
  expect(await inspected(bytes, 'image/png')).toEqual(await inspected(bytes, 'image/png'));
});
