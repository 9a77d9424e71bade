import { expect, test } from 'vitest';
import { openSite } from './sound.ts';
import { photograph, watched } from './visit.ts';

const open = openSite();

/** What only a script can tell is empty until then. */
const WRITTEN_BY_SCRIPTS = '.left, .here, .results .status, .results ol';

test('every page says without a script what it says with one', async () => {
  const viewport = { width: 390, height: 844 };
  const plain = await watched(open.browser, { javaScriptEnabled: false, viewport });
  const scripted = await watched(open.browser, { viewport });
  const words = (selector: string) => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    for (const place of main.querySelectorAll(selector)) place.remove();
    return main.textContent;
  };
  for (const { frame } of open.site.pages) {
    await Promise.all([plain, scripted].map(({ page }) => page.goto(`${open.origin}${frame.path}`)));
    const [without, withScript] = await Promise.all(
      [plain, scripted].map(({ page }) => page.evaluate(words, WRITTEN_BY_SCRIPTS)),
    );
    expect(withScript).toBe(without);
  }
  expect(plain.trouble.said).toEqual([]);
  await scripted.page.context().close();
  await plain.page.context().close();
});

test('what only a script can do is not offered without one', async () => {
  const { page } = await watched(open.browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.goto(`${open.origin}/search/`);
  expect(await page.locator('.without').isVisible()).toBe(true);
  expect(await page.locator('.with').isVisible()).toBe(false);
  await page.goto(`${open.origin}/press/`);
  expect(await page.locator('.copy').first().isVisible()).toBe(false);
  await page.goto(`${open.origin}/trailers/official/`);
  expect(await page.locator('video').getAttribute('controls')).toBe('');
  expect(await page.locator('.press').isVisible()).toBe(false);
  await photograph(page, 'trailers-official-390-without-script');
  await page.goto(`${open.origin}/`);
  expect(await page.locator('.mosaic a').first().getAttribute('href')).toMatch(/frame-1280\.jpg$/);
  await photograph(page, 'title-390-without-script');
  await page.context().close();
});
