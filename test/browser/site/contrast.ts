import { contrast } from '@marquee/site/colour.ts';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

type Place = { what: string; x: number; y: number; width: number; height: number; colour: string; large: boolean };
export type Measured = { what: string; least: number; needed: number };

/**
 * Contrast of words with the pixels behind them: every element that `selector` finds is made see-through, the screen is
 * photographed, and its words' own boxes are compared with their colour. The least of all pixels counts.
 */
export const measureContrast = async (page: Page, selector: string): Promise<Measured[]> => {
  const places = await page.evaluate((wanted): Place[] => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const hex = (colour: string): string => {
      if (!context) throw new Error('no canvas');
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
      return `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    };
    const found: Place[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(wanted)) {
      const { color, fontSize, fontWeight, fontFamily, textTransform } = getComputedStyle(element);
      const size = Number.parseFloat(fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        // A line's box is taller than its letters; only what is behind letters counts.
        if (context) context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
        const written =
          textTransform === 'uppercase' ? (text.textContent ?? '').toUpperCase() : (text.textContent ?? '');
        const letters = context?.measureText(written);
        const above = letters ? letters.fontBoundingBoxAscent - letters.actualBoundingBoxAscent : 0;
        const tall = letters ? letters.actualBoundingBoxAscent + letters.actualBoundingBoxDescent : 0;
        for (const { x, y: top, width } of range.getClientRects()) {
          const [y, height] = [top + above, tall];
          if (width < 2 || height < 2 || y < 0 || y + height > innerHeight) continue;
          found.push({ what: (text.textContent ?? '').slice(0, 24), x, y, width, height, colour: hex(color), large });
        }
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>(wanted)) element.style.color = 'transparent';
    // The box of a line is taller than its letters and reaches into what stands above it.
    for (const lamp of document.querySelectorAll<HTMLElement>('.lamps, .lamp')) lamp.style.visibility = 'hidden';
    return found;
  }, selector);
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return places.map(({ what, x, y, width, height, colour, large }) => {
    let least = 21;
    for (let row = Math.floor(y); row < Math.min(info.height, y + height); row++) {
      for (let column = Math.max(0, Math.floor(x)); column < Math.min(info.width, x + width); column++) {
        const at = (row * info.width + column) * 3;
        const pixel = `#${Buffer.from(data.subarray(at, at + 3)).toString('hex')}`;
        least = Math.min(least, remembered(colour, pixel));
      }
    }
    return { what, least, needed: large ? 3 : 4.5 };
  });
};

const known = new Map<string, number>();

const remembered = (colour: string, pixel: string): number => {
  const pair = colour + pixel;
  const ratio = known.get(pair) ?? contrast(colour, pixel);
  known.set(pair, ratio);
  return ratio;
};
