import { expect, test } from 'vitest';
import { startConversation } from '../testing/conversation.ts';
import { chatWorld } from '../testing/world.ts';

test('a socket that has ended is told of nothing more and is forgotten; twice is the same as once', async () => {
  const world = chatWorld();
  const talk = await startConversation(world);
  const told = await talk.follow('a tab');
  const other = await talk.follow('another tab');
  for (let time = 0; time < 2; time++) {
    await world.steps.closeSocket({ connectionId: 'a tab' });
    expect((await talk.stored()).sockets).toEqual(['another tab']);
    expect(await world.table.conversationOf('a tab')).toBeUndefined();
  }
  await talk.askAndAnswer('One?');
  expect([told, other]).toEqual([[], await talk.read()]);
});

test('one whose conversation is forgotten, or that nobody knows, is no trouble', async () => {
  const world = chatWorld();
  const talk = await startConversation(world);
  await talk.follow('a tab');
  await world.steps.forget(talk.mine);
  for (const connectionId of ['a tab', 'unknown']) await world.steps.closeSocket({ connectionId });
  expect(await world.table.conversationOf('a tab')).toBeUndefined();
});
