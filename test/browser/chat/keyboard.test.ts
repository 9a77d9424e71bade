import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { answerOf } from './conversation.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    return at?.ariaLabel || at?.id || at?.textContent?.trim() || at?.tagName;
  });

/** Presses Tab until the focus is on what is called so. */
const tabTo = async (page: Page, name: string, key = 'Tab'): Promise<void> => {
  for (let press = 0; press < 60; press++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${name} cannot be reached with ${key}.`);
};

test('everything is done by keys alone, and each step shows its focus', async () => {
  const { server, page, chat } = await visit('/404/');
  await tabTo(page, 'Ask about Nine Lamps Out');
  await page.keyboard.press('Enter');
  await see(() => focused(page)).toBe('say');
  await page.keyboard.type('who dies?');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('in episode 3');
  await page.keyboard.press('Enter');
  await chat.taken();
  expect(server.sent(/turns$/)[0]?.body.text).toBe('who dies?\nin episode 3');
  expect(await focused(page)).toBe('say');
  server.conversation.answer(
    answerOf('It is sealed.', {
      suggestions: [{ do: 'later', label: 'Answer me then' }],
      sources: [{ path: '/', title: 'Story' }],
    }),
  );
  await see(() => chat.answers.count()).toBe(1);
  expect(await focused(page)).toBe('say');
  const walked: (string | undefined)[] = [];
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press('Shift+Tab');
    walked.push(await focused(page));
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    expect(outline, walked.at(-1)).toBe(true);
  }
  expect(walked).toEqual(['No', 'Yes', 'Answer me then', 'Story', 'Conversation', 'Close the chat']);
  await tabTo(page, 'Answer me then');
  await page.keyboard.press('Enter');
  await see(() => focused(page)).toContain('Put aside.');
  await tabTo(page, 'No');
  await page.keyboard.press('Enter');
  await see(() => focused(page)).toBe('It is wrong');
  await page.keyboard.press('Space');
  await see(() => focused(page)).toBe('Thanks. That was passed on.');
  await tabTo(page, 'More about this conversation', 'Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await chat.button('Forget this conversation').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await chat.button('Forget this conversation').isVisible()).toBe(false);
  expect(await focused(page)).toBe('More about this conversation');
  await page.keyboard.press('Escape');
  expect(await chat.field.isVisible()).toBe(false);
  expect(await focused(page)).toBe('Ask about Nine Lamps Out');
});

describe('the focus', () => {
  test('is not taken by an answer, nor by a page that comes with an open panel', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    await page.locator('.bar .home').focus();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    expect(await focused(page)).toBe('Nine Lamps Out');
    await page.reload();
    await see(() => chat.answers.count()).toBe(1);
    expect(await focused(page)).not.toBe('say');
  });
});

describe('a screen reader', () => {
  test('is told an answer once and whole, however it came', async () => {
    const { server, page, chat } = await visit('/news/', { reducedMotion: 'no-preference' });
    await chat.ask('when?');
    await chat.taken();
    await page.evaluate(() => {
      const heard: string[] = [];
      (globalThis as unknown as { heard: string[] }).heard = heard;
      const log = document.querySelector('.log') as HTMLElement;
      const off = (node: Node): boolean => {
        const element = node instanceof Element ? node : node.parentElement;
        return Boolean(element?.closest('[aria-hidden=true], [aria-live=off]'));
      };
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) {
            if (off(node)) continue;
            const copy = node.cloneNode(true) as HTMLElement;
            for (const part of copy.querySelectorAll?.('[aria-live=off]') ?? []) part.remove();
            heard.push(copy.textContent ?? '');
          }
        }
      }).observe(log, { childList: true, subtree: true });
    });
    server.conversation.type('On 4 ', 'December, ', 'at 20:00');
    await see(() => chat.coming.textContent()).toContain('at 20:00');
    server.conversation.answer(answerOf('On 4 December, at 20:00.', { sources: [{ path: '/', title: 'Dates' }] }));
    await see(() => chat.answers.count()).toBe(1);
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard).toEqual(['Answer: On 4 December, at 20:00.']);
    expect(await chat.log.getAttribute('role')).toBe('log');
    expect(await chat.log.getAttribute('aria-live')).toBe('polite');
  });

  test('finds a name on every button', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    const tree = await chat.panel.ariaSnapshot();
    expect(tree).toContain('- region "Ask about Nine Lamps Out"');
    expect(tree).toContain('- log "Conversation"');
    expect(tree).toContain('- textbox "Your question"');
    expect(tree).toContain('- button "Send the question"');
    expect(tree).not.toMatch(/- button(:|$)/m);
    expect(await page.locator('marquee-chat button:not([type])').count()).toBeLessThan(4);
  });
});
