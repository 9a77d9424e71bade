import { beforeEach, expect, test } from 'vitest';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
});

test('all that is kept of a conversation is gone, and its sockets are ended', async () => {
  await talk.follow('a tab');
  await talk.askAndAnswer('Who wrote it?', { outcome: 'unknown' });
  await world.steps.requestPerson(talk.mine, VISITOR);
  await world.steps.later({ ...talk.mine, turn: 1 });
  await world.steps.giveFeedback({ ...talk.mine, turn: 1, verdict: 'no' }, VISITOR);
  expect(await world.steps.forget(talk.mine)).toEqual({ conversationId: talk.id, forgotten: true });
  const { rows, tickets, promises, feedback } = world.table;
  for (const kept of [rows, tickets, promises, feedback, world.receivers]) expect(kept.size).toBe(0);
  await expect(talk.read()).rejects.toMatchObject({ status: 404, code: 'conversation-unknown' });
});

test('twice is the same as once, and other conversations stay', async () => {
  const other = await startConversation(world);
  await other.ask('When?');
  const first = await world.steps.forget(talk.mine);
  expect(await world.steps.forget(talk.mine)).toEqual(first);
  expect(await other.read()).toHaveLength(1);
});

test('a turn of it that is being answered is let go of', async () => {
  await talk.ask('When?');
  await world.steps.begin({ conversationId: talk.id, turn: 1, holder: 'one' });
  await world.steps.forget(talk.mine);
  const delivery = { conversationId: talk.id, turn: 1, holder: 'one', siteVersion: 1, locale: 'en' };
  expect(await world.steps.deliver(delivery)).toMatchObject({ outcome: 'gone' });
  expect(world.table.rows.size).toBe(0);
});

test('nobody else may have it forgotten', async () => {
  const { token } = await startConversation(world);
  await expect(world.steps.forget({ id: talk.id, token })).rejects.toMatchObject({
    status: 403,
    code: 'token-foreign',
  });
  await expect(world.steps.forget({ id: talk.id })).rejects.toMatchObject({ status: 401 });
  expect(await talk.read()).toEqual([]);
});
