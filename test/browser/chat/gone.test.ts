import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

const TURNS = /POST .*\/turns$/;

describe('a conversation that is gone', () => {
  test.each([
    [404, 'conversation-unknown'],
    [410, 'conversation-closed'],
    [401, 'token-expired'],
    [401, 'token-unknown'],
  ])('by %i %s is followed by another, where the question is asked again', async (status, code) => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    server.told.refusals.push({ match: TURNS, refusal: { status, code } });
    await chat.ask('where?');
    await see(() => server.conversations.length).toBe(2);
    await chat.taken();
    server.conversation.answer('In London.');
    await see(() => chat.answers.allTextContents()).toEqual([
      expect.stringContaining('On 4 December.'),
      expect.stringContaining('In London.'),
    ]);
    expect(await chat.notes.count()).toBe(0);
    expect(await chat.state.textContent()).toBe('');
    expect(await page.locator('.judge').count()).toBe(1);
  });

  test('while it owes an answer is followed by another, which is asked for it', async () => {
    const { server, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversations.splice(0);
    server.cut();
    await see(() => server.conversations.length).toBe(1);
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    expect(await chat.questions.allTextContents()).toEqual(['when?']);
    const [first, second] = server.sent(TURNS);
    expect(second?.body.turnId).not.toBe(first?.body.turnId);
  });

  test('again and again is not opened forever', async () => {
    const { server, page, chat } = await visit();
    for (let at = 0; at < 6; at++) {
      server.told.refusals.push({ match: TURNS, refusal: { status: 401, code: 'token-unknown', message: 'No' } });
    }
    await chat.ask('when?');
    await see(() => page.locator('.turn .how').textContent()).toContain('It could not be sent (No)');
    expect(server.conversations).toHaveLength(3);
  });
});

test('a fresh token takes the old one’s place', async () => {
  const { server, page, chat } = await visit();
  server.told.renewed = 'token-2';
  await chat.ask('when?');
  await chat.taken();
  server.told.renewed = undefined;
  await chat.ask('where?');
  await chat.taken(2);
  expect(server.sent(TURNS).map(({ token }) => token)).toEqual(['token-1', 'token-2']);
  await page.reload();
  await see(() => chat.questions.count()).toBe(2);
});
