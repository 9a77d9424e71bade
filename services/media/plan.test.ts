import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from './batches.ts';
import { cropRegion, sizeOf, smallestScale } from './geometry.ts';
import { parseRendition, planRenditions, RATIOS } from './rendition.ts';

const size = fc.record({ width: fc.integer({ min: 1, max: 16_383 }), height: fc.integer({ min: 1, max: 16_383 }) });
const source = fc.record({ size, hasAlpha: fc.boolean() }).map(({ size: s, hasAlpha }) => ({ ...s, hasAlpha }));
const percent = fc.integer({ min: 0, max: 100 });

test('no rendition is larger than its source, and each name says what it is', () => {
  fc.assert(
    fc.property(source, (image) => {
      const planned = planRenditions(image);
      expect(new Set(planned.map(({ name }) => name)).size).toBe(planned.length);
      for (const rendition of planned) {
        expect(parseRendition(rendition.name)).toEqual(rendition);
        const { width, height } = sizeOf(rendition, image);
        expect(width).toBeLessThanOrEqual(image.width);
        expect(height).toBeLessThanOrEqual(Math.max(1, image.height) + 1); // a crop's height is rounded
      }
    }),
  );
});

test('a crop lies within the image, has its shape and reaches from edge to edge', () => {
  fc.assert(
    fc.property(size, percent, percent, fc.constantFrom('wide', 'square', 'portrait'), (image, x, y, shape) => {
      const region = cropRegion(shape, image, { x, y });
      expect(region.left).toBeGreaterThanOrEqual(0);
      expect(region.top).toBeGreaterThanOrEqual(0);
      expect(region.left + region.width).toBeLessThanOrEqual(image.width);
      expect(region.top + region.height).toBeLessThanOrEqual(image.height);
      expect(Math.abs(region.height - region.width * RATIOS[shape])).toBeLessThanOrEqual(2);
      expect(region.width === image.width || image.height - region.height <= 2).toBe(true);
    }),
  );
});

test('an image shrunk for a batch is still large enough for every rendition of the batch', () => {
  fc.assert(
    fc.property(source, (image) => {
      for (const batch of shareOut(planRenditions(image), image, 1)) {
        const scale = smallestScale(batch, image);
        const [width, height] = [Math.ceil(image.width * scale), Math.ceil(image.height * scale)];
        expect([width <= image.width, height <= image.height]).toEqual([true, true]);
        for (const rendition of batch) {
          const needed = sizeOf(rendition, image);
          expect(width).toBeGreaterThanOrEqual(needed.width);
          expect(height).toBeGreaterThanOrEqual(Math.min(needed.height, image.height));
        }
      }
    }),
  );
});

test('every rendition is in exactly one batch, and no batch is empty', () => {
  fc.assert(
    fc.property(source, fc.integer({ min: 1, max: 40 }), (image, frames) => {
      const planned = planRenditions(image);
      const batches = shareOut(planned, image, frames);
      expect(batches.every((batch) => batch.length > 0)).toBe(true);
      expect(
        batches
          .flat()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(planned.map(({ name }) => name).sort());
    }),
  );
});
