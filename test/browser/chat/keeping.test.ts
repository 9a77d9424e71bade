import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { chatOn, openChat } from './open.ts';

const { visit } = openChat();

describe('a conversation', () => {
  test('is there again after a page change and a reload, and goes on', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    await page.goto(`${server.origin}/gallery/`);
    await see(() => chat.answers.count()).toBe(1);
    expect(await chat.field.isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await chat.ask('where?');
    await chat.taken(2);
    await page.reload();
    await see(() => chat.questions.allTextContents()).toEqual(['when?', 'where?']);
    await see(() => server.conversation.sockets.size).toBe(1);
    server.conversation.answer('In London.');
    await see(() => chat.answers.count()).toBe(2);
    expect(server.conversations).toHaveLength(1);
  });

  test('waits behind its launcher on the next page where the panel was closed', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    await chat.button('Close the chat').click();
    server.conversation.answer('On 4 December.');
    await page.goto(`${server.origin}/gallery/`);
    await see(() => chat.answers.count()).toBe(1);
    expect(await chat.field.isVisible()).toBe(false);
    await chat.launcher.click();
    await see(() => chat.answers.isVisible()).toBe(true);
  });

  test('in which a person is waited for is there for whoever comes back with another tab', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('my stream stutters');
    await chat.taken();
    server.conversation.say({ type: 'hand-over', state: 'waiting', ticketId: 't1', text: 'Within the hour.' });
    await see(() => chat.log.textContent()).toContain('Within the hour.');
    await page.close();
    server.conversation.say({ type: 'hand-over', state: 'answered', ticketId: 't1', text: 'Try the lower quality.' });
    const back = await page.context().newPage();
    await back.goto(`${server.origin}/gallery/`);
    await see(() => chatOn(back, server).answers.last().textContent()).toBe('A person writes: Try the lower quality.');
    expect(server.conversations).toHaveLength(1);
  });

  test('in which nothing is waited for ends with its tab', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    await page.close();
    const back = await page.context().newPage();
    await back.goto(`${server.origin}/gallery/`);
    expect(await back.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0]);
  });

  test('that old answers belong to is not read out again', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    await page.addInitScript(() => {
      const seen: string[] = [];
      (globalThis as unknown as { live: string[] }).live = seen;
      document.addEventListener('DOMContentLoaded', () => {
        const log = document.querySelector('.log');
        if (log)
          new MutationObserver(() => seen.push(log.ariaLive ?? '')).observe(log, { childList: true, subtree: true });
      });
    });
    await page.reload();
    await see(() => chat.log.getAttribute('aria-live')).toBe('polite');
    await see(() => chat.answers.count()).toBe(1);
    const live = await page.evaluate(() => (globalThis as unknown as { live: string[] }).live);
    expect([...new Set(live)]).toEqual(['off']);
  });

  test('is the same in two tabs that share it', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    const kept = await page.evaluate(() => ({ ...sessionStorage }));
    const other = await page.context().newPage();
    await other.addInitScript((given) => Object.assign(sessionStorage, given), kept);
    await other.goto(`${server.origin}/gallery/`);
    const questions = other.locator('.turn .q > span:last-child');
    await see(() => questions.allTextContents()).toEqual(['when?']);
    await see(() => server.conversation.sockets.size).toBe(2);
    await chat.ask('where?');
    await chat.taken(2);
    await see(() => questions.allTextContents()).toEqual(['when?', 'where?']);
    server.conversation.answer('In London.');
    await see(() => chat.answers.count()).toBe(2);
    await see(() => other.locator('.log .a:not(.coming)').count()).toBe(2);
  });

  test('belongs to its language', async () => {
    const { server, page, chat } = await visit('/');
    await chat.ask('when?');
    await chat.taken();
    await page.goto(`${server.origin}/es/`);
    expect(await chat.questions.count()).toBe(0);
    await page.locator('#say').fill('¿cuándo?');
    await page.locator('#say').press('Enter');
    await see(() => server.conversations.map(({ locale }) => locale)).toEqual(['en', 'es']);
    await see(() => page.locator('.turn .how').textContent()).toBe('Recibida');
    await page.goto(`${server.origin}/`);
    await see(() => chat.questions.allTextContents()).toEqual(['when?']);
  });

  test('that is gone when its page comes back leaves no trace', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    server.conversations.splice(0);
    await page.reload();
    await see(() => page.evaluate(() => JSON.parse(sessionStorage.getItem('marquee-chat:en') ?? '{}').session)).toBe(
      undefined,
    );
    expect(await chat.questions.count()).toBe(0);
    expect(await chat.state.textContent()).toBe('');
  });
});

describe('to be forgotten', () => {
  test('a conversation is deleted here and there', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    await chat.ask('and how?');
    await chat.taken(2);
    await chat.button('More about this conversation').click();
    await chat.photograph('menu-1440');
    await chat.button('Forget this conversation').click();
    await see(() => chat.state.textContent()).toBe('Forgotten. Nothing of it is kept.');
    expect(server.sent(/^DELETE /).map(({ path }) => path)).toEqual(['/chat/conversations/c1']);
    expect(await chat.questions.count()).toBe(0);
    expect(await page.locator('.hello .try').isVisible()).toBe(true);
    await chat.photograph('forgotten-1440');
    await chat.ask('where?');
    await chat.taken();
    expect(server.conversation.id).not.toBe('c1');
    expect(await chat.state.textContent()).toBe('');
  });

  test('it must be reached, and stays where it is not', async () => {
    const { server, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.told.refusals.push({ match: /^DELETE/, refusal: { status: 503, code: 'x', message: 'The table is away' } });
    await chat.button('More about this conversation').click();
    await chat.button('Forget this conversation').click();
    await see(() => chat.state.textContent()).toBe('It could not be forgotten (The table is away).');
    expect(await chat.questions.count()).toBe(1);
  });
});
