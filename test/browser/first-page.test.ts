import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstPage } from '@marquee/site/first-page.ts';
import { picture } from '@marquee/site/picture.ts';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../infra/build/folders.ts';
import { launchBrowser } from '../browser.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const files = [320, 640].flatMap((width) =>
  ['frame', 'square', 'portrait'].flatMap((shape) =>
    (['avif', 'jpeg'] as const).map((type) => ({
      name: `${shape}-${width}.${type}`,
      path: PIXEL,
      contentType: `image/${type}`,
      width,
      height: width,
    })),
  ),
);
const art = { files, width: 640, height: 640, alternative: 'A lamp <on> "water"' };
const html = firstPage({
  title: 'Nine <Lamps>',
  logline: 'A line with "quotes" & <script>alert(1)</script>',
  keyArt: art,
  stills: [{ caption: 'A still', shape: 'square', picture: art }],
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('the first page', () => {
  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    'at %i pixels, %s, has nothing that axe objects to and does not scroll sideways',
    async (width, colorScheme) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      await page.setContent(html.replace(/<link rel="(stylesheet|preload)"[^>]*>/g, ''));
      await page.addStyleTag({ content: readFileSync(join(ROOT, 'web', 'site', 'first-page.css'), 'utf8') });
      await page.addScriptTag({ content: axe.source });
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    },
  );

  test('shows what was typed as text', async () => {
    const page = await browser.newPage();
    await page.setContent(html);
    expect(await page.textContent('h1')).toBe('Nine <Lamps>');
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.locator('img').first().getAttribute('alt')).toBe('A lamp <on> "water"');
    await page.close();
  });
});

test('a picture without the wanted shape is refused by name', () => {
  expect(() => picture({ ...art, files: [] }, 'wide', '100vw')).toThrow('The manifest has no rendition called wide-');
});
