import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { BUILD_FOLDER } from '../../../infra/build/folders.ts';
import { launchBrowser } from '../../browser.ts';
import { TAKES_PICTURES } from '../pictures.ts';
import { makeSite } from '../site/site.ts';
import { see, type Trouble, watched } from '../site/visit.ts';
import { type ChatServer, chatServer } from './server.ts';

const SCREENSHOTS = join(BUILD_FOLDER, 'screenshots', 'chat');

/** What a browser says of a request that did not come through, or was refused; the page says it to its reader. */
const EXPECTED = /Failed to load resource|WebSocket connection to/;

/** What the tests of one file share: a browser, and the site's files. Every visit has a server and a tab of its own. */
export const openChat = () => {
  const shared = {} as { browser: Browser; site: Awaited<ReturnType<typeof makeSite>> };
  const left: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    [shared.browser, shared.site] = await Promise.all([launchBrowser(), makeSite()]);
  });
  afterEach(async () => {
    for (const leave of left.splice(0)) await leave();
  });
  afterAll(() => shared.browser?.close());

  /** Opens a page of the site. When the test ends, nothing may have been refused by its policy or thrown by its scripts. */
  const visit = async (path = '/news/', options: BrowserContextOptions = {}) => {
    const server = await chatServer(shared.site.served);
    const { page, trouble } = await watched(shared.browser, options);
    left.push(async () => {
      await page.context().close();
      server.close();
      expect(complaints(trouble)).toEqual([]);
    });
    await page.goto(server.origin + path, { waitUntil: 'load' });
    return { server, page, chat: chatOn(page, server) };
  };
  return { shared, visit };
};

const complaints = ({ said }: Trouble): string[] => said.filter((line) => !EXPECTED.test(line));

/** What a reader does with the chat of a page, and what is to be seen there. */
export const chatOn = (page: Page, server: ChatServer) => {
  const field = page.locator('#say');
  return {
    field,
    log: page.locator('.log'),
    launcher: page.locator('.launch'),
    panel: page.locator('marquee-chat'),
    questions: page.locator('.turn .q > span:last-child'),
    /** Answers that stand whole. */
    answers: page.locator('.log .a:not(.coming)'),
    coming: page.locator('.log .coming'),
    state: page.locator('.now'),
    notes: page.locator('.log .note'),
    button: (name: string | RegExp) => page.locator('marquee-chat').getByRole('button', { name, exact: true }),
    /** Opens the panel, and asks. */
    ask: async (question: string): Promise<void> => {
      if (!(await field.isVisible())) await page.locator('.launch').click();
      await field.fill(question);
      await field.press('Enter');
    },
    /** Waits until the server has taken so many turns, and a socket was told of them. */
    taken: async (turns = 1): Promise<void> => {
      await see(() => server.conversations.at(-1)?.turns.size ?? 0).toBe(turns);
      if (!server.told.socketless) await see(() => server.conversation.listening.size).toBeGreaterThan(0);
    },
    photograph: async (name: string): Promise<void> => {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.evaluate(() => document.fonts.ready);
      if (TAKES_PICTURES) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
  };
};

export type Chat = ReturnType<typeof chatOn>;
