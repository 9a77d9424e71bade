import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { lookedAt, type Opened } from './scene.ts';

/** Kilobytes that a first view may load, compressed: the budget of the studio. */
const BUDGET = 350;

/** Signing in and out, and what a role is offered. */
export const signInTests = ({ visit, newContext, tab, signIn }: Opened): void => {
  const places = async (page: Awaited<ReturnType<typeof visit>>): Promise<string[]> =>
    (await page.getByRole('navigation', { name: 'Studio' }).getByRole('link').allTextContents()).map(
      (text) => text.split(' ')[0] ?? '',
    );

  test('whoever comes by an address is led back to it after signing in, and stays signed in over a reload', async () => {
    const page = await visit('/library?kind=video', 'editor', { apart: true });
    await see(() => page.url()).toMatch(/\/studio\/library\?kind=video$/);
    await page.reload();
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor();
    await page.getByText('Editor', { exact: true }).waitFor();
  });

  test.each(['/library', '/pages', '/releases'])('a first view of %s loads no more than the budget', async (path) => {
    const context = await newContext();
    const page = await tab(context);
    const files = new Set<string>();
    page.on('request', (request) => {
      if (/^\/studio\/.*\.\w+$/.test(new URL(request.url()).pathname)) files.add(request.url());
    });
    await page.goto(`/studio${path}`);
    await signIn(page, 'editor');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const sizes = [...files].map(
      async (url) => brotliCompressSync(await (await context.request.get(url)).body()).length / 1000,
    );
    const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
    expect(sum).toBeGreaterThan(BUDGET / 4);
    expect(sum).toBeLessThan(BUDGET);
    await context.close();
  });

  test('who signs out is signed out here and at the pool: the way back asks for the password', async () => {
    const page = await visit('/settings', 'publisher', { apart: true });
    await page.getByRole('button', { name: /Sign out/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    await page.goto('/robots.txt');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('access_token');
  });

  test('a token that ended is renewed without a word', async () => {
    const page = await visit('/library', 'editor', { apart: true });
    await page.evaluate(() => {
      for (const [key, text] of Object.entries(sessionStorage)) {
        const user = JSON.parse(text) as { access_token?: string };
        if (user.access_token)
          sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: 'spent', expires_at: 1 }));
      }
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor();
    await page.getByText('The library is empty').or(page.getByRole('grid')).first().waitFor();
  });

  test('each role is led only to what it may do', async () => {
    const [editor, operator] = [await visit('/settings', 'editor'), await visit('/settings', 'operator')];
    expect(await places(editor)).toContain('Library');
    await operator.goto('/studio/library');
    await operator.getByRole('heading', { name: 'Library', exact: true }).waitFor();
    expect(await operator.getByRole('button', { name: 'Upload' }).count()).toBe(0);
    await operator.goto('/studio/pages');
    await operator.getByText('Pages is for other roles').waitFor();
    await operator.getByText('It needs the role Editor or Publisher.').waitFor();
  });

  test('the interface speaks two languages, and keeps the chosen one', async () => {
    const page = await visit('/settings', 'admin');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await lookedAt(page, 'settings');
    await page.getByText('Español').click();
    await page.getByRole('heading', { name: 'Ajustes' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    await page.reload();
    await page.getByRole('heading', { name: 'Ajustes' }).waitFor();
    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  test('an address that leads nowhere says so, with the way on', async () => {
    const page = await visit('/nowhere', 'editor');
    await page.getByText('There is no such page').waitFor();
    await page.getByRole('link', { name: 'Go to the library' }).click();
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor();
  });

  test('the keys are listed under a question mark', async () => {
    const page = await visit('/library', 'editor');
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Go to Trash').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Trash', level: 1 }).waitFor();
  });
};
