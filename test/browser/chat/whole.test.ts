import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILD_FOLDER } from '../../../infra/build/folders.ts';
import { launchBrowser } from '../../browser.ts';
import { startChatNewsroom } from '../../end-to-end/chat-newsroom.ts';
import type { Newsroom } from '../../end-to-end/newsroom.ts';
import { TAKES_PICTURES } from '../pictures.ts';
import { objections, see, type Trouble, watched } from '../site/visit.ts';

const SCREENSHOTS = join(BUILD_FOLDER, 'screenshots', 'chat');

let room: Newsroom;
let browser: Browser;
beforeAll(async () => {
  [room, browser] = await Promise.all([startChatNewsroom(), launchBrowser()]);
  await mkdir(SCREENSHOTS, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await room?.stop();
});

const on = (page: Page) => ({
  page,
  field: page.locator('#say'),
  answers: page.locator('.log .a:not(.coming)'),
  button: (name: string) => page.locator('marquee-chat').getByRole('button', { name, exact: true }),
  ask: async (question: string): Promise<void> => {
    if (!(await page.locator('#say').isVisible())) await page.locator('.launch').click();
    await page.locator('#say').fill(question);
    await page.locator('#say').press('Enter');
  },
  photograph: async (name: string) =>
    TAKES_PICTURES && (await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })),
});

const visit = async (path: string) => {
  const { page, trouble } = await watched(browser, { viewport: { width: 1440, height: 1000 } });
  await page.goto(room.runtime.siteUrl + path, { waitUntil: 'load' });
  return { ...on(page), trouble };
};

const complaints = ({ said }: Trouble): string[] =>
  said.filter((line) => !/Failed to load resource|WebSocket connection to/.test(line));

test('a fan asks the whole system, loses the network, judges, changes the page, and is answered by a person', async () => {
  const { page, field, answers, button, ask, photograph, trouble } = await visit('/questions/');
  await ask('when does it open?');
  await see(() => answers.first().textContent()).toContain('It opens on Friday 4 December at 20:00.');
  expect(await answers.first().locator('.src a').getAttribute('href')).toBe('/questions/#when-it-opens');
  await photograph('whole-answer-1440');

  await page.context().setOffline(true);
  await see(() => page.locator('.now').textContent()).toContain('No connection');
  await ask('where was it filmed?');
  await see(() => page.locator('.turn .how').last().textContent()).toContain('Waits for the connection');
  await page.context().setOffline(false);
  await see(() => answers.nth(1).textContent()).toContain('On the coast of Carrow');

  await answers.nth(1).getByRole('button', { name: 'No', exact: true }).click();
  await answers.nth(1).getByRole('button', { name: 'Not what I asked', exact: true }).click();
  await see(() => answers.nth(1).textContent()).toContain('Thanks. That was passed on.');
  const feedback = async () => JSON.stringify(await room.must('GET', '/chat/feedback'));
  await see(feedback).toContain('"reason":"not-what-i-asked"');

  await page.goto(`${room.runtime.siteUrl}/search/`, { waitUntil: 'load' });
  await see(() => answers.count()).toBe(2);
  if (!(await field.isVisible())) await page.locator('.launch').click();
  await button('Talk to a person').click();
  await see(() => button('A person was asked').isDisabled()).toBe(true);
  // The button says so at once; the ticket is there when the conversation says it.
  await page.locator('.handed').waitFor();
  const { tickets } = (await room.must('GET', '/chat/tickets')) as { tickets: { ticketId: string }[] };
  const reply = { replyId: randomUUID(), text: 'On the island <b>itself</b>.' };
  await room.must('POST', `/chat/tickets/${tickets[0]?.ticketId}/replies`, reply);
  await see(() => answers.last().textContent()).toBe('A person writes: On the island <b>itself</b>.');
  await photograph('whole-person-1440');
  expect(await objections(page)).toEqual([]);
  expect(complaints(trouble)).toEqual([]);
  await page.context().close();
});

test('where no script runs, the form of a page is answered with a page, which takes the next question', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${room.runtime.siteUrl}/questions/`);
  await page.locator('#say').fill('when does it open?');
  await page.locator('form.say button').click();
  await page.waitForURL(/\/chat\/ask$/);
  // A page whose answer is still on its way looks for it again by itself.
  const log = () => page.locator('.log').textContent();
  await see(log).toContain('Friday 4 December');
  await page.locator('#say').fill('where was it filmed?');
  await page.locator('form.say button').click();
  await see(() => page.locator('.turn').count()).toBe(2);
  await see(log).toContain('On the coast of Carrow');
  const apart = await page
    .locator('.a')
    .first()
    .evaluate((answer) => {
      const [text, sources] = [answer.querySelector('p'), answer.querySelector('.src')];
      return (sources?.getBoundingClientRect().top ?? 0) - (text?.getBoundingClientRect().bottom ?? 0);
    });
  expect(apart).toBeGreaterThanOrEqual(8);
  if (TAKES_PICTURES) await page.screenshot({ path: join(SCREENSHOTS, 'whole-without-script-390.png') });
  await context.close();
});
