import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

const TURNS = /POST .*\/turns$/;

describe('a question that is asked too soon after others', () => {
  test('is kept, counts its seconds down, and sends itself', async () => {
    const { server, page, chat } = await visit();
    server.told.refusals.push({ match: TURNS, refusal: { status: 429, code: 'too-fast', after: 6 } });
    await chat.ask('when?');
    const state = page.locator('.turn .how');
    const seconds = async () => Number(/sends itself in (\d+) s/.exec((await state.textContent()) ?? '')?.[1]);
    await see(seconds).toBeGreaterThan(0);
    const first = await seconds();
    expect(await page.locator('.how').getAttribute('aria-live')).toBe('off');
    expect(await page.locator('.vh[role=status]').textContent()).toContain('sends itself in 6 seconds');
    await chat.photograph('too-fast-1440');
    await see(seconds).toBeLessThan(first);
    await chat.taken();
    expect(server.sent(TURNS).map(({ body }) => body.turnId)).toEqual(
      Array(2).fill(server.sent(TURNS)[0]?.body.turnId),
    );
    await see(() => state.textContent()).toBe('Received');
  });

  test('holds back those behind it, and can be taken back into the field', async () => {
    const { server, page, chat } = await visit();
    server.told.refusals.push({ match: TURNS, refusal: { status: 429, code: 'too-fast', after: 60 } });
    await chat.ask('when?');
    await see(() => page.locator('.turn[data-state=held]').count()).toBe(1);
    await chat.button('Take back').click();
    expect(await chat.questions.count()).toBe(0);
    expect(await chat.field.inputValue()).toBe('when?');
    await chat.ask('where?');
    await see(() => page.locator('.turn[data-state=held] .q').textContent()).toBe('You: where?');
    expect(server.sent(TURNS)).toHaveLength(1);
  });
});

describe('without a connection', () => {
  test('questions wait, say so, outlive a page, and are sent once in their order', async () => {
    const { server, page, chat } = await visit();
    server.told.down = true;
    await chat.ask('when?');
    await chat.ask('where?');
    await see(() => page.locator('.turn[data-state=queued]').count()).toBe(2);
    await see(() => chat.state.textContent()).toBe(
      'No connection. What you ask waits here and is sent when it comes back.',
    );
    await chat.photograph('offline-1440');
    await page.reload();
    await see(() => chat.questions.allTextContents()).toEqual(['when?', 'where?']);
    server.told.down = false;
    await chat.taken(2);
    expect([...new Set(server.sent(TURNS).map(({ body }) => body.text))]).toEqual(['when?', 'where?']);
    await see(() => chat.state.textContent()).toBe('');
    await see(() => page.locator('.turn[data-state=accepted]').count()).toBe(2);
  });

  test('the browser’s word that the network went, or is back, is followed at once', async () => {
    const { server, page, chat } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    await see(() => chat.answers.count()).toBe(1);
    await page.context().setOffline(true);
    await see(() => chat.state.textContent()).toContain('No connection.');
    await chat.ask('where?');
    await see(() => page.locator('.turn[data-state=queued]').count()).toBe(1);
    await page.context().setOffline(false);
    await chat.taken(2);
    await see(() => chat.state.textContent()).toBe('');
    await see(() => chat.notes.allTextContents()).toEqual(['Connection came back; nothing was lost']);
  });

  test('a question that was taken while its answer went astray is not asked twice', async () => {
    const { server, chat, page } = await visit();
    await chat.ask('when?');
    await chat.taken();
    server.conversation.answer('On 4 December.');
    server.told.hold = TURNS;
    await chat.ask('where?');
    await see(() => server.sent(TURNS).length).toBe(2);
    const { turnId } = server.sent(TURNS)[1]?.body ?? {};
    server.conversation.take(String(turnId), 'where?');
    await see(() => page.locator('.turn').last().getAttribute('data-state')).toBe('accepted');
    server.release();
    server.conversation.answer('In London.');
    await see(() => chat.answers.count()).toBe(2);
    expect(await chat.questions.allTextContents()).toEqual(['when?', 'where?']);
    expect(server.conversation.turns.size).toBe(2);
  });
});

describe('a question that was refused', () => {
  test('says why, and is sent again as the same turn', async () => {
    const { server, page, chat } = await visit();
    server.told.refusals.push({ match: TURNS, refusal: { status: 500, code: 'broken', message: 'The table is away' } });
    await chat.ask('when?');
    const state = page.locator('.turn .how');
    await see(() => state.textContent()).toContain('It could not be sent (The table is away)');
    expect(await page.locator('.vh[role=status]').textContent()).toBe('It could not be sent (The table is away)');
    await chat.photograph('unsent-1440');
    await page.reload();
    await see(() => state.textContent()).toContain('It could not be sent (The table is away)');
    expect(server.sent(TURNS)).toHaveLength(1);
    await chat.button('Try again').click();
    await chat.taken();
    const [first, second] = server.sent(TURNS);
    expect(second?.body.turnId).toBe(first?.body.turnId);
  });

  test('goes back into the field at a press', async () => {
    const { server, page, chat } = await visit();
    server.told.refusals.push({
      match: /conversations$/,
      refusal: { status: 503, code: 'closed', message: 'Not now' },
    });
    await chat.ask('when?');
    await see(() => page.locator('.turn .how').textContent()).toContain('(Not now)');
    await chat.button('Take back').click();
    expect(await chat.field.inputValue()).toBe('when?');
    expect(await chat.questions.count()).toBe(0);
  });
});

test('a question is no longer than the chat takes, says how long it is, and is nothing without a word', async () => {
  const { server, page, chat } = await visit();
  await chat.launcher.click();
  await chat.field.fill('   ');
  await chat.field.press('Enter');
  await chat.field.fill('a'.repeat(450));
  expect(await page.locator('.many').textContent()).toBe('450 of 500 characters');
  await chat.field.press('End');
  await chat.field.pressSequentially('b'.repeat(60));
  expect(await page.locator('.many').textContent()).toBe('500 of 500 characters');
  await chat.field.press('Enter');
  await chat.taken();
  expect(server.sent(TURNS).map(({ body }) => String(body.text).length)).toEqual([500]);
  expect(await page.locator('.many').textContent()).toBe('');
});
