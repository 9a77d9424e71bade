import { describe, expect, test } from 'vitest';
import { type Picture, pictureBox, plainFile } from './picture.ts';
import { placeholder } from './placeholder.ts';
import { shadeOf } from './shade.ts';

const file = (shape: string, width: number, ending: string, type: string) => ({
  name: `${shape}-${width}.${ending}`,
  path: `/media/x/${shape}-${width}.${ending}`,
  contentType: `image/${type}`,
  width,
  height: Math.round(width * (shape === 'portrait' ? 1.5 : 0.5625)),
});
const files = ['frame', 'portrait'].flatMap((shape) =>
  [1280, 640].flatMap((width) => [
    file(shape, width, 'jpg', 'jpeg'),
    file(shape, width, 'avif', 'avif'),
    file(shape, width, 'webp', 'webp'),
  ]),
);
const picture: Picture = {
  files,
  alternative: 'A lamp "on" water',
  thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w',
  width: 2880,
  height: 1620,
  focalPoint: { x: 73, y: 12 },
};

describe('a picture', () => {
  test('offers every width, the smallest format first, and its own size', () => {
    const made = pictureBox(picture, { shape: 'frame', sizes: '50vw' }).toString();
    expect([...made.matchAll(/type="image\/(\w+)"/g)].map(([, type]) => type)).toEqual(['avif', 'webp']);
    expect(made).toContain('srcset="/media/x/frame-640.jpg 640w, /media/x/frame-1280.jpg 1280w"');
    expect(made).toContain('width="1280" height="720" alt="A lamp &quot;on&quot; water" loading="lazy"');
    expect(made).not.toContain('style=');
  });

  test('is cut by the browser around its focal point where the crop is missing', () => {
    const made = pictureBox(picture, { shape: 'square', sizes: '50vw' }).toString();
    expect(made).toContain('class="pic pic-square fx-75 fy-10"');
    expect(made).toContain('/media/x/frame-640.jpg 640w');
  });

  test('has another crop for a phone held upright, and says nothing where it is decoration', () => {
    const made = pictureBox(picture, {
      shape: 'frame',
      sizes: '100vw',
      eager: true,
      decorative: true,
      upright: { shape: 'portrait', sizes: '145vw' },
    }).toString();
    expect(made).toContain('media="(max-aspect-ratio: 3/4)" srcset="/media/x/portrait-640.avif 640w');
    expect(made).toContain('alt="" fetchpriority="high"');
  });

  test('without renditions is its placeholder with its words', () => {
    const made = pictureBox({ ...picture, files: [] }, { shape: 'wide', sizes: '100vw' }).toString();
    expect(made).toMatch(
      /^<span class="pic pic-wide fx-75 fy-10" role="img" aria-label="A lamp &quot;on&quot; water"><img class="blur" src="data:image\/png;base64,/,
    );
  });

  test('has a file that every program reads', () => {
    expect(plainFile(picture, 'frame', 700)?.path).toBe('/media/x/frame-1280.jpg');
    expect(plainFile(picture, 'wide', 9999)?.path).toBe('/media/x/frame-1280.jpg');
    expect(plainFile({ ...picture, files: [] }, 'frame', 700)).toBeUndefined();
  });
});

describe('a placeholder', () => {
  test('is a small PNG', () => {
    const url = placeholder(picture.thumbhash) ?? '';
    expect(
      Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(url.length).toBeLessThan(1600);
  });

  test('is not there for what is no thumbhash', () => {
    for (const none of [undefined, '', 'x', '"><script>', 'AAAA']) expect(placeholder(none)).toBeUndefined();
  });

  test('says how dark a scrim must be, the darkest where nothing is known', () => {
    expect(shadeOf(undefined)).toBe('heavy');
    expect(shadeOf(picture.thumbhash)).toMatch(/light|medium|heavy/);
  });
});
