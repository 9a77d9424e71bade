import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { BUILD_FOLDER } from '../../../infra/build/folders.ts';
import { TAKES_PICTURES } from '../pictures.ts';

const SCREENSHOTS = join(BUILD_FOLDER, 'screenshots', 'site');

/** Chromium draws no picture taller than this, in pixels. */
const TALLEST = 8000;

/** Waits for what is to be seen. A busy machine is given time. */
export const see = (read: () => unknown) => expect.poll(async () => read(), { timeout: 20_000 });

/** What happened on a page that should not have. */
export type Trouble = { said: string[]; shift: () => Promise<number> };

/** Opens a page in a context of its own; see `watchedIn`. */
export const watched = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; trouble: Trouble }> =>
  watchedIn(
    await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    }),
  );

/** Opens a page that keeps what its console says, what its policy refuses, and how far things moved while it loaded. */
export const watchedIn = async (context: BrowserContext): Promise<{ page: Page; trouble: Trouble }> => {
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.addInitScript(() => {
    const kept = globalThis as unknown as { shifted: number; refused: string[] };
    kept.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`refused by policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  const shift = () => page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
  return { page, trouble: { said, shift } };
};

/** What axe objects to in a page, or in a part of it, one line each. Its source is evaluated and not added to the page, whose policy would refuse it. */
export const objections = async (page: Page, options: axe.RunOptions = {}, part = 'html'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    ([of, wanted]) => (globalThis as unknown as { axe: typeof axe }).axe.run(of, wanted),
    // Of what is in order, one element a rule: to gather all of them takes a third of the time.
    [part, { resultTypes: ['violations'], ...options } satisfies axe.RunOptions] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

/** Loads what is loaded lazily. */
export const complete = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
};

/** Where pictures are asked for, photographs the whole page into `.build/screenshots/site/<name>.jpg`; PNG would take three times as long. */
export const photograph = async (page: Page, name: string): Promise<void> => {
  if (!TAKES_PICTURES) return;
  await mkdir(SCREENSHOTS, { recursive: true });
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const path = join(SCREENSHOTS, `${name}.jpg`);
  if (height <= TALLEST) {
    await page.screenshot({ path, fullPage: true, type: 'jpeg' });
    return;
  }
  const parts: { input: Buffer; left: number; top: number }[] = [];
  for (let top = 0; top < height; top += TALLEST / 2) {
    const clip = { x: 0, y: top, width, height: Math.min(TALLEST / 2, height - top) };
    parts.push({ input: await page.screenshot({ fullPage: true, clip, type: 'jpeg', quality: 95 }), left: 0, top });
  }
  await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite(parts)
    .png()
    .toFile(path);
};
