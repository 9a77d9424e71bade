import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILD_FOLDER } from '../../../infra/build/folders.ts';
import { openSignIn, PASSWORD, type SignIn } from '../../../local/cognito/hosted/testing.ts';
import { createVisitor } from '../../../local/cognito/hosted/visitor.ts';
import { launchBrowser } from '../../browser.ts';
import { TAKES_PICTURES } from '../pictures.ts';
import { objections, watched } from '../site/visit.ts';

const SCREENSHOTS = join(BUILD_FOLDER, 'screenshots', 'sign-in');

let signIn: SignIn;
let browser: Browser;
beforeAll(async () => {
  signIn = await openSignIn();
  await signIn.addUser('ada');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await signIn?.close();
});

const visit = async (options: BrowserContextOptions, differences: Record<string, string | undefined> = {}) => {
  const visited = await watched(browser, options);
  await visited.page.goto(`${signIn.at.base}/oauth2/authorize?${createVisitor(signIn).query(differences)}`);
  return visited;
};

test.each(['localhost', '127.0.0.1'])(
  'without a script, somebody signs in and is back at the app at %s, the policy of the page obeyed',
  async (host) => {
    const redirect_uri = signIn.at.siteUrl.replace('localhost', host);
    const { page } = await visit({ javaScriptEnabled: false }, { redirect_uri: `${redirect_uri}/studio` });
    expect(await page.locator(':focus').getAttribute('name')).toBe('username');
    await page.getByLabel('User name').fill('ada');
    await page.getByLabel('Password').fill('Wrong-Horse-9');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Incorrect username or password.').waitFor();
    expect(await page.getByLabel('User name').inputValue()).toBe('ada');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(new RegExp(`^${redirect_uri}/studio\\?code=[\\w-]{43}&state=`));
    await page.context().close();
  },
);

test.each([
  { name: 'desktop-light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const)('every page of the sign-in is accessible and fits: $name', async ({ name, ...options }) => {
  const username = `new-${name}`;
  await signIn.addUser(username, 'Temporary-1', false);
  const { page, trouble } = await visit(options);
  const look = async (screen: string): Promise<void> => {
    expect(await objections(page), screen).toEqual([]);
    const fits = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
    expect(fits, screen).toBe(true);
    if (!TAKES_PICTURES) return;
    await mkdir(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${screen}-${name}.png`) });
  };
  await look('sign-in');
  const give = async (password: string): Promise<void> => {
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button').click();
  };
  await give('wrong');
  await page.getByRole('alert').waitFor();
  await look('wrong-password');
  await give('Temporary-1');
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await look('new-password');
  await page.getByLabel('New password', { exact: true }).fill('short');
  await page.getByLabel('New password, once more').fill('short');
  await page.getByRole('button').click();
  await page.getByRole('alert').waitFor();
  await look('weak-password');
  expect(trouble.said).toEqual([]);
  await page.goto(`${signIn.at.base}/oauth2/authorize?client_id=nobody`);
  await page.getByRole('heading', { name: 'This sign-in cannot go on' }).waitFor();
  await look('error');
  await page.context().close();
});
