import { describe, expect, test } from 'vitest';
import { see } from '../site/visit.ts';
import { openChat } from './open.ts';

const { visit } = openChat();

describe('a person', () => {
  test('is one press away, is waited for, and answers', async () => {
    const { server, chat } = await visit();
    await chat.ask('my stream stutters');
    await chat.taken();
    await chat.button('Talk to a person').click();
    await see(async () => server.sent(/POST .*\/hand-over$/).length).toBe(1);
    server.conversation.say({
      type: 'hand-over',
      state: 'waiting',
      ticketId: 't1',
      text: 'A person answers within the hour.',
    });
    await see(() => chat.log.textContent()).toContain('A person answers within the hour.');
    expect(await chat.button('A person was asked').isDisabled()).toBe(true);
    await chat.photograph('person-waiting-1440');
    server.conversation.say({
      type: 'hand-over',
      state: 'answered',
      ticketId: 't1',
      text: 'Try the lower quality.\n\nAnouk',
    });
    await see(() => chat.answers.last().textContent()).toBe('A person writes: Try the lower quality.Anouk');
    expect(await chat.button('Talk to a person').isEnabled()).toBe(true);
    await chat.photograph('person-answered-1440');
  });

  test('who does not come in time is said so, and can be asked again', async () => {
    const { server, chat } = await visit();
    await chat.launcher.click();
    await chat.button('Talk to a person').click();
    await chat.taken(0);
    server.conversation.say({
      type: 'hand-over',
      state: 'timed-out',
      ticketId: 't1',
      text: 'Nobody is there until nine.',
    });
    await see(() => chat.log.textContent()).toContain('Nobody is there until nine.');
    expect(await chat.button('Talk to a person').isEnabled()).toBe(true);
  });

  test('who cannot be asked is said so, with the reason', async () => {
    const { server, chat } = await visit();
    await chat.launcher.click();
    server.told.refusals.push({
      match: /hand-over$/,
      refusal: { status: 503, code: 'x', message: 'nobody is on duty' },
    });
    await chat.button('Talk to a person').click();
    await see(() => chat.state.textContent()).toBe('A person could not be asked (nobody is on duty).');
    expect(await chat.button('Talk to a person').isEnabled()).toBe(true);
  });

  test('is asked for in another conversation where this one is gone', async () => {
    const { server, chat } = await visit();
    await chat.ask('my stream stutters');
    await chat.taken();
    server.conversation.answer('This site does not say.');
    await see(() => chat.answers.count()).toBe(1);
    server.told.refusals.push({ match: /hand-over$/, refusal: { status: 410, code: 'conversation-closed' } });
    await chat.button('Talk to a person').click();
    await see(() => server.sent(/hand-over$/).map(({ path }) => path)).toEqual([
      '/chat/conversations/c1/hand-over',
      '/chat/conversations/c2/hand-over',
    ]);
    expect(await chat.state.textContent()).toBe('');
  });
});
