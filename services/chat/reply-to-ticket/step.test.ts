import { beforeEach, expect, test } from 'vitest';
import { IDLE } from '../settings.ts';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { CALLER, type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';
import { createReplyToTicket, ReplyToTicketInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
let ticketId: string;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
  ({ ticketId } = await world.steps.requestPerson(talk.mine, VISITOR));
});
const reply = (text: string, replyId = world.newId()) => world.steps.reply({ id: ticketId, replyId, text }, CALLER);
/** What the workflow does when it begins to wait. */
const wait = () => {
  const ticket = world.table.tickets.get(ticketId);
  if (ticket) world.table.tickets.set(ticketId, { ...ticket, taskToken: 'a token' });
};

test('what is said is a message of the conversation, and is kept with who said it', async () => {
  const told = await talk.follow('a tab');
  const replyId = world.newId();
  const { seq, correlationId } = await reply('At eight.', replyId);
  expect(told.at(-1)).toMatchObject({ type: 'hand-over', state: 'answered', ticketId, text: 'At eight.', seq });
  expect(await world.table.readTicket(ticketId)).toMatchObject({
    ...{ state: 'answered', correlationId },
    replies: [{ replyId, text: 'At eight.', by: CALLER.name, seq }],
  });
  expect((await talk.stored()).ticket).toEqual({ ticketId, state: 'answered' });
});

test('the same reply twice is one; another one is said too', async () => {
  const replyId = world.newId();
  const first = await reply('At eight.', replyId);
  expect(await reply('At eight.', replyId)).toEqual(first);
  expect((await reply('In the evening.')).seq).toBe(first.seq + 1);
  const { replies = [] } = (await world.table.readTicket(ticketId)) ?? {};
  expect(replies.map(({ text }) => text)).toEqual(['At eight.', 'In the evening.']);
});

test('of two replies at once both are said', async () => {
  await Promise.all([reply('One.'), reply('Other.')]);
  expect((await world.table.readTicket(ticketId))?.replies).toHaveLength(2);
  expect((await talk.read()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('the workflow that waits goes on, once', async () => {
  wait();
  await reply('At eight.');
  await reply('In the evening.');
  expect(world.goneOn).toEqual([{ taskToken: 'a token', output: { ticketId, state: 'answered' } }]);
  expect(await world.table.readTicket(ticketId)).not.toHaveProperty('taskToken');
});

test('a workflow that could not be told is told by the same reply sent again', async () => {
  wait();
  const replyId = world.newId();
  const cut = createReplyToTicket({ ...world.deps, goOn: () => Promise.reject(new Error('unreachable')) });
  await expect(cut({ id: ticketId, replyId, text: 'At eight.' }, CALLER)).rejects.toThrow('unreachable');
  await reply('At eight.', replyId);
  expect([world.goneOn.length, (await talk.read()).length]).toEqual([1, 2]);
});

test('one who was told that nobody came is answered all the same', async () => {
  await world.steps.expire({ conversationId: talk.id, ticketId });
  await reply('Late, but here.');
  expect(await world.table.readTicket(ticketId)).toMatchObject({ state: 'answered' });
});

test('a reply opens a conversation again that was closed', async () => {
  await reply('At eight.');
  world.clock.now += IDLE + 1;
  await world.steps.read({ ...talk.mine, after: 0 });
  expect((await talk.stored()).state).toBe('closed');
  await reply('In the evening.');
  expect(await talk.stored()).toMatchObject({ state: 'open', activeAt: world.clock.now });
});

test('a reply to an earlier ticket leaves the later one waiting', async () => {
  await world.steps.expire({ conversationId: talk.id, ticketId });
  const later = await world.steps.requestPerson(talk.mine, VISITOR);
  await reply('At eight.');
  expect((await talk.stored()).ticket).toEqual({ ticketId: later.ticketId, state: 'waiting' });
});

test('where the fan had it forgotten, or it is past its time, there is nobody to reply to', async () => {
  world.clock.now = (await talk.stored()).expiresAt * 1000;
  await expect(reply('At eight.')).rejects.toMatchObject({ status: 410, code: 'conversation-gone', field: 'id' });
  world.clock.now -= 1_000_000;
  await world.table.forget(talk.id);
  await expect(reply('At eight.')).rejects.toMatchObject({ status: 404, code: 'no-such-ticket', field: 'id' });
});

test('its input names a ticket, a reply id of the client’s and a text', () => {
  const input = { id: ticketId, replyId: ticketId, text: ' At eight. ' };
  expect(ReplyToTicketInput.parse(input)).toEqual({ ...input, text: 'At eight.' });
  for (const wrong of [{ text: ' ' }, { text: 'a'.repeat(4_001) }, { replyId: 'one' }, { id: 'one' }, { by: 'eve' }])
    expect(ReplyToTicketInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
