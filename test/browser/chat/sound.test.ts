import { describe, expect, test } from 'vitest';
import { objections, see } from '../site/visit.ts';
import { answerOf } from './conversation.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

/** Pages as such are looked at by the site's own tests. */
const CHAT = 'marquee-chat';

/** A conversation with one of everything in it. */
const full = async (path: string, width: number, colorScheme: 'light' | 'dark') => {
  const touch = width < 640 ? { hasTouch: true, isMobile: true } : {};
  const opened = await visit(path, { viewport: { width, height: 900 }, colorScheme, ...touch });
  const { server, page, chat } = opened;
  await chat.ask('does it have spanish subtitles on day one?');
  await chat.taken();
  server.conversation.answer(
    answerOf('Yes. Spanish captions and Spanish audio description are both there from Friday 4 December.', {
      sources: [
        { path: '/#story', title: 'Story', heading: 'Languages' },
        { path: '/#when', title: 'Release dates' },
      ],
    }),
  );
  await see(() => chat.answers.count()).toBe(1);
  await chat.ask('who dies in episode 3');
  await chat.taken(2);
  server.conversation.answer(
    answerOf('Episode 3 is sealed until Friday 27 November. Shall this be answered then?', {
      outcome: 'sealed',
      suggestions: [
        { do: 'later', label: 'Yes, answer me on 27 November' },
        { do: 'person', label: 'Talk to a person' },
      ],
    }),
  );
  await see(() => chat.answers.count()).toBe(2);
  return { ...opened, page };
};

describe('a conversation with everything in it', () => {
  test.each([
    [390, '/', 'dark'],
    [390, '/gallery/', 'light'],
    [1440, '/', 'light'],
    [1440, '/gallery/', 'dark'],
  ] as const)('at %i pixels, on %s by %s, has nothing to object to, in any state', async (width, path, scheme) => {
    const { server, page, chat } = await full(path, width, scheme);
    const name = `${path === '/' ? 'title' : 'gallery'}-${width}-${scheme}`;
    await page.locator('marquee-chat').scrollIntoViewIfNeeded();
    await chat.photograph(name);
    expect(await objections(page, {}, CHAT)).toEqual([]);
    await chat.button('No').click();
    server.told.refusals.push({
      match: /turns$/,
      refusal: { status: 500, code: 'broken', message: 'The table is away' },
    });
    await chat.ask('and when?');
    await see(() => page.locator('.turn[data-state=unsent]').count()).toBe(1);
    server.told.refusals.push({ match: /turns$/, refusal: { status: 429, code: 'too-fast', after: 90 } });
    await chat.ask('and where?');
    await see(() => page.locator('.turn[data-state=held]').count()).toBe(1);
    server.conversation.answer(answerOf('It broke.', { outcome: 'failed' }), 'another');
    server.conversation.say({ type: 'hand-over', state: 'waiting', ticketId: 't', text: 'A person was asked.' });
    server.conversation.say({ type: 'hand-over', state: 'answered', ticketId: 't', text: 'On 4 December.' });
    server.conversation.say({ type: 'closed', reason: 'idle' });
    await see(() => chat.notes.count()).toBe(1);
    await chat.button('More about this conversation').click();
    expect(await objections(page, {}, CHAT)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await chat.photograph(`${name}-everything`);
  });
});

test('with colours of the reader’s own, and more contrast, everything is still to be seen', async () => {
  const { page, chat } = await full('/gallery/', 1440, 'dark');
  await page.emulateMedia({ forcedColors: 'active', contrast: 'more' });
  await chat.photograph('forced-colours-1440');
  expect(await objections(page, {}, CHAT)).toEqual([]);
});

test('in Spanish and from right to left it stands as well', async () => {
  for (const [path, width] of [
    ['/es/', 390],
    ['/ar/', 1440],
  ] as const) {
    const { page, chat } = await visit(path, { viewport: { width, height: 900 } });
    await page.locator('.chat-place').scrollIntoViewIfNeeded();
    await chat.field.focus();
    await see(() => page.locator('.base button').count()).toBe(1);
    expect(await objections(page, {}, CHAT)).toEqual([]);
    await chat.photograph(`${path.replaceAll('/', '')}-${width}`);
  }
});
