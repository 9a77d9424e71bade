import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { BUILD_FOLDER } from '../../infra/build/folders.ts';
import { TAKES_PICTURES } from './pictures.ts';
import { objections } from './site/visit.ts';

export const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What a screen is looked at in: two widths, light and dark. */
const LOOKS = [
  { name: 'desktop-light', size: DESKTOP, colorScheme: 'light' },
  { name: 'desktop-dark', size: DESKTOP, colorScheme: 'dark' },
  { name: 'phone-light', size: PHONE, colorScheme: 'light' },
  { name: 'phone-dark', size: PHONE, colorScheme: 'dark' },
] as const;

/** Waits until colours have changed to those of the other theme: they do in a moment, which a busy machine makes long. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  });

/**
 * Judges a screen narrow and wide, light and dark: axe, no sideways scroll; where pictures are asked for, one of each of the four in
 * `.build/screenshots/<folder>/`.
 */
export const looksIn =
  (folder: string) =>
  async (page: Page, name: string): Promise<void> => {
    const before = page.viewportSize() ?? DESKTOP;
    for (const { name: look, size, colorScheme } of LOOKS) {
      // Each theme and each width once: the four differ in nothing else.
      const isJudged = look === 'desktop-light' || look === 'phone-dark';
      if (!isJudged && !TAKES_PICTURES) continue;
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled(page);
      const [wide, seen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wide, `${name} ${look} scrolls sideways`).toBeLessThanOrEqual(seen ?? 0);
      if (isJudged) expect(await objections(page), `${name} ${look}`).toEqual([]);
      if (!TAKES_PICTURES) continue;
      const screenshots = join(BUILD_FOLDER, 'screenshots', folder);
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}-${look}.jpg`), type: 'jpeg', fullPage: true });
    }
    await page.setViewportSize(before);
    await page.emulateMedia({ colorScheme: 'light' });
  };
