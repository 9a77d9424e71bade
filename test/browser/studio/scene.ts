import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { DEMO_PASSWORD, type DEMO_USERS } from '../../../cli/demo-users.ts';
import { launchBrowser } from '../../browser.ts';
import { NAVIGATION, type Newsroom, startNewsroom } from '../../end-to-end/newsroom.ts';
import { DESKTOP, looksIn } from '../looked-at.ts';
import { type Trouble, watchedIn } from '../site/visit.ts';

export type Role = (typeof DEMO_USERS)[number];

export type Scene = { system: Newsroom; browser: Browser };

/** Where the screens are. */
export const STUDIO = '/studio';

/**
 * What a browser says that is no fault: of requests that the API refused, which the screen tells of, and what Uppy logs of them; that
 * `watchedIn` cannot put its script into a preview, whose frame runs none.
 */
const complaints = ({ said }: Trouble): string[] =>
  said.filter(
    (line) =>
      !/Failed to load resource|^\[Uppy\]|net::ERR_INTERNET_DISCONNECTED|Blocked script execution in 'about:srcdoc'/.test(
        line,
      ),
  );

/** One running system with a site in two languages, and a browser; each role has a context of its own, in which it signed in by the real page. */
export const openScene = () => {
  const scene = {} as Scene;
  const left: (() => Promise<unknown>)[] = [];
  const contexts = new Map<string, Promise<BrowserContext>>();

  beforeAll(async () => {
    [scene.system, scene.browser] = await Promise.all([startNewsroom(), launchBrowser()]);
    const { create, publish } = scene.system;
    await create('navigation', 'navigation', NAVIGATION);
    await publish('navigation');
  });
  afterEach(async () => {
    for (const leave of left.splice(0).reverse()) await leave();
  });
  afterAll(async () => {
    await scene.browser?.close();
    await scene.system?.stop();
  });

  /** A tab. When the test ends, nothing may have been refused by its policy or thrown by its scripts. */
  const tab = async (context: BrowserContext): Promise<Page> => {
    const { page, trouble } = await watchedIn(context);
    left.push(async () => {
      await page.close();
      expect(complaints(trouble)).toEqual([]);
    });
    return page;
  };

  /** Signs in by Cognito's page, as far as it asks. */
  const signIn = async (page: Page, role: Role): Promise<void> => {
    const name = page.getByLabel('User name');
    const rail = page.getByRole('navigation', { name: 'Studio' });
    await name.or(rail).first().waitFor();
    if (await rail.isVisible()) return;
    await name.fill(role);
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await rail.waitFor();
  };

  const newContext = () =>
    scene.browser.newContext({
      ...{ viewport: DESKTOP, reducedMotion: 'reduce', locale: 'en-GB', baseURL: scene.system.runtime.siteUrl },
      permissions: ['clipboard-read', 'clipboard-write'],
    });

  /** Opens the studio at a path (`/library`) as somebody of a role who has signed in before; `apart` has a browser of its own. */
  const visit = async (path: string, role: Role = 'editor', { apart = false } = {}): Promise<Page> => {
    const known = apart ? undefined : contexts.get(role);
    const opening = known ?? newContext();
    if (apart) left.push(async () => (await opening).close());
    else contexts.set(role, opening);
    const page = await tab(await opening);
    await page.goto(STUDIO + path);
    await signIn(page, role);
    return page;
  };

  return { scene, visit, newContext, tab, signIn };
};

/** What the tests of the studio are given. */
export type Opened = ReturnType<typeof openScene>;

/** Judges a screen of the studio, and photographs it where pictures are asked for. */
export const lookedAt = looksIn('studio');
