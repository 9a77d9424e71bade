import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

const LONG = Array.from({ length: 12 }, (_, at) => `Paragraph ${at + 1} of an answer that takes a while to read.`).join(
  '\n\n',
);

describe('the log', () => {
  test('follows for a reader who is at its end, and for no other', async () => {
    const { server, chat } = await visit();
    await chat.ask('tell me all');
    await chat.taken();
    server.conversation.answer(LONG);
    const rest = () => chat.log.evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));
    await see(() => chat.answers.count()).toBe(1);
    await see(rest).toBeLessThanOrEqual(1);
    await chat.ask('and more');
    await chat.taken(2);
    await chat.log.evaluate((log) => log.scrollTo({ top: 40 }));
    await see(() => chat.log.evaluate((log) => log.scrollTop)).toBe(40);
    server.conversation.answer('There is no more.');
    await see(() => chat.answers.count()).toBe(2);
    expect(await chat.log.evaluate((log) => log.scrollTop)).toBe(40);
    await chat.photograph('newest-1440');
    await chat.button('To the newest answer').click();
    await see(rest).toBeLessThanOrEqual(1);
    expect(await chat.button('To the newest answer').isVisible()).toBe(false);
  });
});

describe('on the page of a title', () => {
  test('the chat stands beside the questions, and over the page where those are not to be seen', async () => {
    const { server, page, chat } = await visit('/');
    await chat.launcher.click();
    const floats = () => chat.panel.evaluate((panel) => getComputedStyle(panel).position === 'fixed');
    await see(floats).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await chat.field.fill('when?');
    await page.locator('.chat-place').scrollIntoViewIfNeeded();
    await see(floats).toBe(false);
    expect(await chat.launcher.isVisible()).toBe(false);
    expect(await chat.button('Close the chat').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('say');
    await chat.field.press('Enter');
    await chat.taken();
    server.conversation.answer(LONG);
    await see(() => chat.answers.count()).toBe(1);
    const { place, panel } = await page.evaluate(() => ({
      place: document.querySelector('.chat-place')?.getBoundingClientRect().height,
      panel: document.querySelector('marquee-chat')?.getBoundingClientRect().height,
    }));
    expect(panel).toBe(place);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await see(floats).toBe(true);
    expect(await chat.answers.isVisible()).toBe(true);
    await chat.button('Close the chat').click();
    await see(() => chat.launcher.isVisible()).toBe(true);
  });

  test('without questions there is the chat alone', async () => {
    const { page } = await visit('/saltglass/');
    expect(await page.locator('marquee-chat').count()).toBe(1);
  });
});

describe('on a phone', () => {
  const viewport = { width: 390, height: 844 };

  test.each(['/', '/news/', '/404/', '/search/'])('the chat stands in %s, and nothing floats over it', async (path) => {
    const { server, page, chat } = await visit(path, { viewport, hasTouch: true, isMobile: true });
    expect(await chat.launcher.isVisible()).toBe(false);
    await chat.field.scrollIntoViewIfNeeded();
    expect(await chat.field.isVisible()).toBe(true);
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer(LONG);
    await see(() => chat.answers.count()).toBe(1);
    expect(await chat.panel.evaluate((panel) => getComputedStyle(panel).position)).toBe('static');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('marquee-chat :is(button, a, textarea)')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ name: element.textContent?.trim(), height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height < 44),
    );
    expect(small).toEqual([]);
  });
});

test('a reader who wants no motion sees none', async () => {
  const { server, page, chat } = await visit();
  await chat.ask('when?');
  await chat.taken();
  server.conversation.type();
  await see(() => chat.coming.count()).toBe(1);
  const running = () => page.evaluate(() => document.getAnimations().map((one) => (one as CSSAnimation).animationName));
  expect(await running()).toEqual([]);
  server.conversation.answer(LONG);
  await see(() => chat.answers.count()).toBe(1);
  expect(await running()).toEqual([]);
});

test('what was sent at once is revealed within a moment', async () => {
  const { server, page, chat } = await visit('/news/', { reducedMotion: 'no-preference' });
  await chat.ask('tell me all');
  await chat.taken();
  await page.evaluate(() => {
    const sizes: number[] = [];
    (globalThis as unknown as { sizes: number[] }).sizes = sizes;
    new MutationObserver(() => {
      const size = document.querySelector('.coming > div')?.textContent?.length ?? 0;
      if (size && size !== sizes.at(-1)) sizes.push(size);
    }).observe(document.querySelector('.log') as Element, { childList: true, subtree: true });
  });
  const begun = performance.now();
  server.conversation.type(LONG.slice(0, 400), LONG.slice(400));
  server.conversation.answer(LONG);
  await see(() => chat.answers.count()).toBe(1);
  expect(performance.now() - begun).toBeLessThan(5000);
  const sizes = await page.evaluate(() => (globalThis as unknown as { sizes: number[] }).sizes);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
});
