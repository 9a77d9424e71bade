import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { encode, resize } from './encode.ts';
import { sharp } from './image-library.ts';
import { inspect } from './inspect-image/inspect.ts';
import { parseRendition } from './rendition.ts';
import { difference } from './testing/pixels.ts';

const folder = join(import.meta.dirname, '../../../shared/media');
const present = existsSync(folder);
if (!present) console.warn(`${folder} is absent: the tests with real photographs are skipped.`);

const photographs = present
  ? ['images', 'orientation'].flatMap((part) => readdirSync(join(folder, part)).map((name) => join(folder, part, name)))
  : [];

const contentTypeOf = (file: string): string => (file.endsWith('.png') ? 'image/png' : 'image/jpeg');

const rendered = async (file: string, name: string): Promise<Buffer> => {
  const bytes = readFileSync(file);
  const source = await inspect(bytes, contentTypeOf(file));
  if ('refused' in source) throw new Error(source.refused.message);
  const rendition = parseRendition(name);
  const base = await decode(bytes, { contentType: contentTypeOf(file), size: source, animated: false });
  const pixels = await resize(base, rendition, { focal: { x: 50, y: 50 }, source, animated: false });
  return encode(pixels, rendition.format);
};

describe.skipIf(!present)('real photographs', () => {
  const upright = (file: string): string => file.replace(/-\d\.jpg$/, file.includes('portrait') ? '-3.jpg' : '-1.jpg');
  const turned = photographs.filter((file) => file.includes('orientation') && file.endsWith('.jpg'));

  test.each(turned)('%s looks like the one that is stored upright', async (file) => {
    const [one, other] = await Promise.all([
      rendered(file, 'frame-320.webp'),
      rendered(upright(file), 'frame-320.webp'),
    ]);
    const { width, height } = await sharp(one).metadata();
    expect(width === 320 && height !== undefined && height > width).toBe(file.includes('portrait'));
    expect(await difference(one, other)).toBeLessThan(6);
  });

  test.each(photographs.filter((file) => /\.(jpg|png)$/.test(file)))(
    '%s is taken, and nothing of its metadata is left',
    async (file) => {
      const format = contentTypeOf(file) === 'image/png' ? 'png' : 'jpg';
      const { exif, xmp, icc, iptc, space } = await sharp(await rendered(file, `frame-640.${format}`)).metadata();
      expect({ exif, xmp, icc, iptc, space }).toEqual({ space: 'srgb' });
    },
  );
});
