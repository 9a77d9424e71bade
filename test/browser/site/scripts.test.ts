import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../infra/build/folders.ts';
import { openSite } from './sound.ts';
import { photograph, see, watched } from './visit.ts';

const open = openSite();

describe('a release', () => {
  test('is counted down to by the minute, and opens without being announced', async () => {
    const { page } = await watched(open.browser);
    await page.clock.install({ time: new Date('2026-12-01T17:56:30Z') });
    await page.goto(`${open.origin}/`);
    const left = page.locator('.left');
    expect(await left.textContent()).toBe('In 3 days, 2 hours, 4 minutes');
    expect(await left.evaluate((place) => place.closest('[aria-live], [role=status], [role=alert]'))).toBeNull();
    await page.clock.fastForward(60_000);
    expect(await left.textContent()).toBe('In 3 days, 2 hours, 3 minutes');
    await page.clock.fastForward(75 * 3_600_000);
    expect(await left.textContent()).toBe('Open now');
    await page.context().close();
  });

  test('says its time where the reader is, where that is another', async () => {
    const { page } = await watched(open.browser, { timezoneId: 'Asia/Tokyo' });
    await page.goto(`${open.origin}/`);
    const here = await page.locator('.here').allTextContents();
    expect(here).toEqual(['Sat 05:00 where you are', 'Sat 05:00 where you are', 'Sun 05:00 where you are']);
    await page.context().close();
    const london = await watched(open.browser, { timezoneId: 'Europe/London' });
    await london.page.goto(`${open.origin}/es/`);
    expect(await london.page.locator('.here').allTextContents()).toEqual(['20:00 donde estás']);
    await london.page.context().close();
  });
});

describe('stills', () => {
  test('open large, go on with the arrows, and give the focus back', async () => {
    const { page, trouble } = await watched(open.browser);
    await page.goto(`${open.origin}/`);
    const first = page.locator('.mosaic a').first();
    await first.focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog.lightbox');
    expect(await dialog.isVisible()).toBe(true);
    expect(await dialog.locator('img').getAttribute('alt')).toBe('A keeper before the glowing lens');
    expect(await dialog.locator('.count').textContent()).toBe('1 of 4');
    await page.keyboard.press('ArrowRight');
    expect(await dialog.locator('.caption').textContent()).toBe('The relief boat at dusk');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await dialog.locator('.count').textContent()).toBe('4 of 4');
    await dialog.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    await photograph(page, 'lightbox-1440');
    await page.keyboard.press('Escape');
    await see(() => dialog.count()).toBe(0);
    await see(() => page.evaluate(() => document.activeElement?.getAttribute('data-alternative'))).toContain(
      'sea chart',
    );
    expect(trouble.said).toEqual([]);
    await page.context().close();
  });
});

describe('a trailer', () => {
  const film = join(ROOT, '..', 'shared', 'media', 'video', 'rabbit320.webm');

  test.skipIf(!existsSync(film))('starts at a press of its poster, with its captions there', async () => {
    open.site.served.set('/media/trailer.webm', { contentType: 'video/webm', body: readFileSync(film) });
    const { page, trouble } = await watched(open.browser);
    await page.goto(`${open.origin}/`);
    const press = page.locator('.press');
    await press.scrollIntoViewIfNeeded();
    await press.click();
    await see(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
    expect(page.url()).toBe(`${open.origin}/`);
    expect(await press.isVisible()).toBe(false);
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.controls)).toBe(true);
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.textTracks.length)).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('VIDEO');
    expect(trouble.said).toEqual([]);
    await page.context().close();
  });
});

describe('a fact of the press kit', () => {
  test.each([390, 1440])('does not move when the buttons come, at a width of %d', async (width) => {
    const { page } = await watched(open.browser, { viewport: { width, height: 844 } });
    const facts = () =>
      page
        .locator('.quote dd > span')
        .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const { promise: scripts, resolve: bringScripts } = Promise.withResolvers<void>();
    await page.route('**/*.js', async (route) => {
      await scripts;
      await route.continue();
    });
    await page.goto(`${open.origin}/press/`, { waitUntil: 'commit' });
    await page.locator('[data-copy-status]').waitFor({ state: 'attached' });
    await page.evaluate(() => document.fonts.ready);
    const button = page.getByRole('button', { name: 'Copy: Format' });
    expect(await button.count()).toBe(0);
    const before = await facts();
    bringScripts();
    await button.waitFor();
    expect(await facts()).toEqual(before);
    await page.context().close();
  });

  test('is copied at the press of its button, which says so', async () => {
    const { page } = await watched(open.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${open.origin}/press/`);
    await page.getByRole('button', { name: 'Copy: Format' }).click();
    await see(() => page.locator('[data-copy-status]').textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Six episodes, 49 to 58 minutes');
    await page.context().close();
  });
});

describe('search', () => {
  test('finds as one types, marks what it met, and keeps the query in the address', async () => {
    const { page, trouble } = await watched(open.browser);
    await page.goto(`${open.origin}/search/`);
    await page.locator('#q').pressSequentially('saltglas');
    const status = page.locator('.results .status');
    await see(() => status.textContent()).toBe('1 page found for “saltglas”');
    expect(await page.locator('.results ol a').getAttribute('href')).toBe('/saltglass/');
    expect(await page.locator('.results ol mark').first().textContent()).toBe('Saltglass');
    expect(page.url()).toContain('?q=saltglas');
    await photograph(page, 'search-found-1440');
    await page.locator('#q').fill('zzzz');
    await see(() => status.textContent()).toContain('Nothing found for “zzzz”');
    expect(trouble.said).toEqual([]);
    await page.context().close();
  });

  test('answers a query of the address at once', async () => {
    const { page } = await watched(open.browser);
    await page.goto(`${open.origin}/search/?q=varrowby`);
    await see(() => page.locator('.results ol a').first().textContent()).toBe('Inessa Varrowby');
    await page.context().close();
  });

  test('says in words that the list could not be read, and tries again', async () => {
    const { page } = await watched(open.browser);
    await page.route('**/search.json', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(`${open.origin}/search/?q=lamps`);
    const status = page.locator('.results .status');
    await see(() => status.textContent()).toContain('(503 Service Unavailable)');
    await page.unroute('**/search.json');
    await status.getByRole('button', { name: 'Try again' }).click();
    await see(() => status.textContent()).toContain('found for “lamps”');
    await page.context().close();
  });
});

describe('the menu of a phone', () => {
  test('opens without a script, and closes with Escape', async () => {
    const { page } = await watched(open.browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    await page.goto(`${open.origin}/`);
    const menu = page.locator('#menu');
    expect(await menu.isVisible()).toBe(false);
    await page.locator('.unfold').click();
    expect(await menu.isVisible()).toBe(true);
    await photograph(page, 'menu-390');
    await page.keyboard.press('Escape');
    expect(await menu.isVisible()).toBe(false);
    await page.context().close();
  });
});
