import { describe, expect, test } from 'vitest';
import { compressed } from '../site/serve.ts';
import { see } from '../site/visit.ts';
import { openChat } from './open.ts';

const { shared, visit } = openChat();

/** Bytes of the chat's script, as it travels. */
const SCRIPT = 15_000;

const CHAT = /^\/site\/chat-[A-Z0-9]{8}\.js$/;

/** Files of the site that the chat's script is made of: itself, and what it imports that no page has loaded. */
const files = (): string[] => {
  const main = [...shared.site.served.keys()].find((path) => CHAT.test(path)) ?? '';
  const imported = String(new TextDecoder().decode(shared.site.served.get(main)?.body as Uint8Array)).matchAll(
    /from"\.\/([^"]+)"/g,
  );
  return [main, ...[...imported].map(([, name]) => `/site/${name}`)];
};

describe('the script of the chat', () => {
  test('is no larger than its budget', () => {
    const sizes = files().map((path) => compressed(shared.site.served.get(path)?.body ?? '').byteLength);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(SCRIPT);
  });

  test('is loaded at the first press and not before', async () => {
    const { page, chat } = await visit();
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/chat-/.test(name)).length);
    await page.locator('.foot').scrollIntoViewIfNeeded();
    expect(await loaded()).toBe(0);
    await chat.launcher.click();
    await see(() => chat.field.isVisible()).toBe(true);
    expect(await loaded()).toBe(1);
  });

  test('that does not come leaves a form that posts', async () => {
    const { server, page, chat } = await visit();
    await page.route('**/site/chat-*', (route) => route.abort());
    await page.route('**/chat/ask', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<p>An answer' }),
    );
    await chat.launcher.click();
    await see(() => chat.field.isVisible()).toBe(true);
    await chat.field.fill('when?');
    const [posted] = await Promise.all([page.waitForRequest('**/chat/ask'), chat.field.press('Enter')]);
    expect(posted.method()).toBe('POST');
    expect(new URLSearchParams(posted.postData() ?? '').get('question')).toBe('when?');
    expect(server.asked).toEqual([]);
  });

  test('that is slow loses nothing that was typed or pressed', async () => {
    const { server, page, chat } = await visit('/');
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/site/chat-*', async (route) => {
      await gate;
      await route.continue();
    });
    await chat.field.fill('when?');
    await chat.field.press('Enter');
    expect(await chat.field.inputValue()).toBe('when?');
    go();
    await chat.taken();
    expect(server.sent(/turns$/).map(({ body }) => body.text)).toEqual(['when?']);
    expect(await chat.field.inputValue()).toBe('');
  });
});

describe('without a script', () => {
  test.each([
    [390, '/'],
    [1440, '/'],
    [390, '/news/'],
    [1440, '/news/'],
    [1440, '/404/'],
  ])('at %i pixels %s has a form that posts', async (width, path) => {
    const { page, chat } = await visit(path, { javaScriptEnabled: false, viewport: { width, height: 900 } });
    if (width > 640) {
      await chat.launcher.click();
      expect(page.url()).toMatch(/#chat$/);
    }
    expect(await chat.field.isVisible()).toBe(true);
    expect(
      await page.locator('.chat-close, .chat-more').evaluateAll((all) => all.map((one) => one.checkVisibility())),
    ).toEqual([false, false]);
    const forms = await page
      .locator('marquee-chat form')
      .evaluateAll((all) =>
        (all as HTMLFormElement[]).map((form) => [form.method, form.getAttribute('action'), form.locale?.value]),
      );
    expect(forms).toEqual(Array(2).fill(['post', '/chat/ask', 'en']));
    await page.route('**/chat/ask', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<p>An answer' }),
    );
    const example = page.locator('.hello .try button').first();
    const question = await example.textContent();
    const [pressed] = await Promise.all([page.waitForRequest('**/chat/ask'), example.click()]);
    expect(Object.fromEntries(new URLSearchParams(pressed.postData() ?? ''))).toEqual({ locale: 'en', question });
    await page.waitForURL('**/chat/ask');
    await page.goBack();
    await chat.field.fill('when?');
    const [typed] = await Promise.all([page.waitForRequest('**/chat/ask'), page.locator('.say button').click()]);
    expect(Object.fromEntries(new URLSearchParams(typed.postData() ?? ''))).toEqual({
      locale: 'en',
      question: 'when?',
    });
  });
});
