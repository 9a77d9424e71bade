import { describe, expect, test } from 'vitest';
import { measureContrast } from './contrast.ts';
import { openSite } from './sound.ts';
import { complete } from './visit.ts';

const WORDS = '.bar a, .hero h1, .logline, .facts, .next p, .territories h3, .territories time, .said';

/** Key art by night, under two suns, and white. */
const TITLES = ['/', '/saltglass/', '/understudy/'];

describe('words over a picture stand out from the pixels behind them', () => {
  const open = openSite();
  test.each(TITLES.flatMap((path) => [390, 1440].map((width) => [path, width] as const)))(
    '%s at %i pixels',
    async (path, width) => {
      const page = await open.browser.newPage({ viewport: { width, height: 1600 } });
      await page.goto(`${open.origin}${path}`, { waitUntil: 'load' });
      await complete(page);
      const measured = await measureContrast(page, WORDS);
      expect(measured.length).toBeGreaterThan(6);
      expect(measured.filter(({ least, needed }) => least < needed)).toEqual([]);
      await page.close();
    },
  );
});
