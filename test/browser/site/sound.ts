import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { TAKES_PICTURES } from '../pictures.ts';
import { serve } from './serve.ts';
import { makeSite } from './site.ts';
import { complete, objections, photograph, watched } from './visit.ts';

const PATHS = [
  '/',
  '/es/',
  '/saltglass/',
  '/understudy/',
  '/news/first-light/',
  '/news/',
  '/people/inessa-varrowby/',
  '/trailers/official/',
  '/gallery/',
  '/faq/',
  '/press/',
  '/home/',
  '/search/',
  '/404/',
  '/410/',
  '/ar/',
];

/** Cumulative layout shift that a report calls 0.00. What is left is the change of fonts, by fractions of a letter. */
const STILL = 0.001;

const nameOf = (path: string): string => path.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'title';

/** Opens the fixtures' site in a browser for the tests of one file. */
export const openSite = () => {
  const open = {} as {
    browser: Browser;
    origin: string;
    close: () => void;
    site: Awaited<ReturnType<typeof makeSite>>;
  };
  beforeAll(async () => {
    open.site = await makeSite();
    const [browser, server] = await Promise.all([launchBrowser(), serve(open.site.served)]);
    Object.assign(open, { browser, ...server });
  });
  afterAll(async () => {
    await open.browser?.close();
    open.close?.();
  });
  return open;
};

/** Every page at one width: axe by day and by night, nothing sideways, nothing moving, no complaint, focus to be seen. */
export const everyPageIsSoundAt = (width: number, height: number): void => {
  const open = openSite();
  test('every kind of page is looked at', () => {
    expect(open.site.pages.map(({ frame }) => frame.path).toSorted()).toEqual(PATHS.toSorted());
  });
  test.each(PATHS)('%s is sound by day and by night', async (path) => {
    const { page, trouble } = await watched(open.browser, { viewport: { width, height }, colorScheme: 'light' });
    await page.goto(`${open.origin}${path}`, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    expect(await trouble.shift()).toBeLessThan(STILL);
    // The fonts are in the cache now, so what is photographed is set in them.
    if (TAKES_PICTURES) await page.reload({ waitUntil: 'load' });
    await complete(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await objections(page)).toEqual([]);
    await photograph(page, `${nameOf(path)}-${width}-light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await objections(page, { runOnly: ['color-contrast'] })).toEqual([]);
    await photograph(page, `${nameOf(path)}-${width}-dark`);
    expect(await unseenFocus(page)).toEqual([]);
    expect(trouble.said).toEqual([]);
    await page.context().close();
  });
};

/** Presses Tab a dozen times; answers what has the focus without showing it. */
const unseenFocus = async (page: Page): Promise<string[]> => {
  const unseen: string[] = [];
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { width, height, right, bottom } = focused.getBoundingClientRect();
      const shown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return shown && width > 0 && height > 0 && right > 0 && bottom > 0 ? undefined : focused.outerHTML.slice(0, 120);
    });
    if (problem) unseen.push(problem);
  }
  return unseen;
};
