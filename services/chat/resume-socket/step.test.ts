import { beforeEach, describe, expect, test } from 'vitest';
import { type Message, messagesIn } from '../model/message.ts';
import { KEPT, MOST_SOCKETS } from '../settings.ts';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld } from '../testing/world.ts';
import { createResumeSocket, ResumeSocketInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
});
const seqs = (told: readonly Message[]) => told.map(({ seq }) => seq);

test('a socket is told what its client has not seen, then whatever comes', async () => {
  await talk.askAndAnswer('One?');
  const told = await talk.follow('a tab');
  expect(told).toEqual(await talk.read());
  await talk.askAndAnswer('Two?');
  expect(told).toEqual(await talk.read());
  expect((await talk.stored()).sockets).toEqual(['a tab']);
});

test('resumed twice, it is told again what it asks for and of the rest once', async () => {
  await talk.ask('One?');
  const told = await talk.follow('a tab');
  await world.steps.resume({ connectionId: 'a tab', after: 1 });
  await world.steps.resume({ connectionId: 'a tab', after: 0 });
  await talk.request();
  expect(seqs(told)).toEqual([1, 1, 2]);
  expect((await talk.stored()).sockets).toEqual(['a tab']);
});

test('what is said while it catches up is told behind it, in order, once', async () => {
  await talk.ask('One?');
  const resume = createResumeSocket({
    ...world.deps,
    async attach(...given) {
      if ((await talk.stored()).lastSeq < 4) await talk.ask('And?');
      return world.deps.attach(...given);
    },
  });
  const told: Message[] = [];
  world.receivers.set('a tab', (text) => told.push(...messagesIn(text)));
  await world.table.noteSocket('a tab', talk.id, 0);
  await resume({ connectionId: 'a tab', after: 0 });
  await talk.request();
  expect(seqs(told)).toEqual([1, 2, 3, 4, 5]);
});

test('in a conversation that never rests it gives up, to be tried again', async () => {
  const resume = createResumeSocket({ ...world.deps, attach: async () => false });
  world.receivers.set('a tab', () => {});
  await world.table.noteSocket('a tab', talk.id, 0);
  await expect(resume({ connectionId: 'a tab', after: 0 })).rejects.toMatchObject({ name: 'ConversationBusyError' });
});

test('one socket too many ends another one', async () => {
  for (let tab = 0; tab <= MOST_SOCKETS; tab++) await talk.follow(`tab ${tab}`);
  const { sockets } = await talk.stored();
  expect(sockets).toHaveLength(MOST_SOCKETS);
  expect([...world.receivers.keys()]).toEqual(sockets);
  expect(sockets).toContain(`tab ${MOST_SOCKETS}`);
});

describe('nobody is told where', () => {
  test('the socket ends while it catches up: it is not attached', async () => {
    await talk.ask('One?');
    await world.table.noteSocket('a tab', talk.id, 0);
    await world.steps.resume({ connectionId: 'a tab', after: 0 });
    expect((await talk.stored()).sockets).toEqual([]);
  });

  test('it belongs to no conversation, or to one that is gone', async () => {
    const refused = { status: 404, code: 'conversation-unknown' };
    await expect(world.steps.resume({ connectionId: 'unknown', after: 0 })).rejects.toMatchObject(refused);
    await world.table.noteSocket('a tab', talk.id, 0);
    world.clock.now += KEPT;
    await expect(world.steps.resume({ connectionId: 'a tab', after: 0 })).rejects.toMatchObject(refused);
    await world.table.forget(talk.id);
    await expect(world.steps.resume({ connectionId: 'a tab', after: 0 })).rejects.toMatchObject(refused);
  });
});

test('its input names the last message that was seen', () => {
  expect(ResumeSocketInput.parse({ connectionId: 'one' })).toEqual({ connectionId: 'one', after: 0 });
  for (const after of ['1', -1, 1.5, null])
    expect(ResumeSocketInput.safeParse({ connectionId: 'one', after }).success).toBe(false);
});
