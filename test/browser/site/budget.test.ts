import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStatic } from '@marquee/site/static.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../../infra/build/site.ts';
import { compressed } from './serve.ts';
import { makeSite } from './site.ts';

/** Bytes of a page's HTML and stylesheets together, as they travel. */
const PAGE = 60_000;

/** Bytes of what every page's script is, and of what the search page loads besides. */
const [SCRIPT, SEARCH] = [3_000, 8_000];

let site: Awaited<ReturnType<typeof makeSite>>;
beforeAll(async () => {
  site = await makeSite();
});

const sizeOf = (path: string): number => compressed(site.served.get(path)?.body ?? '').byteLength;

describe('a page', () => {
  test('weighs no more than its budget, with its stylesheets', () => {
    for (const { frame } of site.pages) {
      const size = sizeOf(frame.path) + sizeOf(frame.files.stylesheet) + sizeOf(frame.files.theme ?? '');
      expect(size, frame.path).toBeLessThan(PAGE);
    }
  });

  test('preloads one font, and waits for no script', () => {
    for (const { frame } of site.pages) {
      const html = String(site.served.get(frame.path)?.body);
      expect(html.match(/rel="preload"/g)).toHaveLength(1);
      expect(html.match(/<script (?!type="(module|application\/ld\+json)")/g)).toBeNull();
      expect(html.match(/fetchpriority="high"/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  test('has a small script, and loads the search only on its page', () => {
    expect(sizeOf(site.files.script)).toBeLessThan(SCRIPT);
    const search = [...site.served.keys()].find((path) => path.startsWith('/site/search-')) ?? '';
    expect(sizeOf(search)).toBeGreaterThan(0);
    expect(sizeOf(search)).toBeLessThan(SEARCH);
  });
});

describe('the files that pages share', () => {
  test('are named by their content, with their types, and there is none besides', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'marquee-site-'));
    await buildSite(folder);
    const { files, frame } = await readStatic(folder);
    expect(files.map(({ path }) => path)).toContain(frame.stylesheet);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([frame.script, frame.icon, frame.fonts.display, frame.fonts.text]),
    );
    for (const { path, contentType, body } of files) {
      expect(path).toMatch(/^\/site\/[a-z-]+-[A-Z0-9]{8}\.(css|js|svg|woff2)$/);
      expect(contentType).not.toBe('');
      expect(body.byteLength).toBeGreaterThan(100);
    }
    expect((await readdir(folder)).length).toBe(files.length + 1);
    await rm(folder, { recursive: true });
  });

  test('are the same when two builds run at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'marquee-site-'));
    await Promise.all([buildSite(folder), buildSite(folder)]);
    expect((await readStatic(folder)).frame).toEqual((await readStatic(await buildSite(folder))).frame);
    await rm(folder, { recursive: true });
  });
});
