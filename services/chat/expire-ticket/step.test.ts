import { beforeEach, expect, test } from 'vitest';
import { wordsOf } from '../answering/words.ts';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { CALLER, type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';
import { createExpireTicket, ExpireTicketInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
let ticketId: string;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world, { locale: 'es' });
  ({ ticketId } = await world.steps.requestPerson(talk.mine, VISITOR));
});
const expire = (id = ticketId) => world.steps.expire({ conversationId: talk.id, ticketId: id });

test('the fan is told, in the language of the conversation, that nobody came; twice is the same as once', async () => {
  const told = await talk.follow('a tab');
  for (let time = 0; time < 2; time++) {
    expect(await expire()).toEqual({ state: 'timed-out' });
    expect(told.slice(1)).toEqual([
      {
        ...{ type: 'hand-over', state: 'timed-out', ticketId, seq: 2 },
        text: wordsOf('es').personTimedOut,
        at: expect.any(String),
      },
    ]);
  }
  expect(world.table.tickets.get(ticketId)).toMatchObject({ state: 'timed-out' });
  expect((await talk.stored()).ticket).toEqual({ ticketId, state: 'timed-out' });
});

test('who was told so may ask for a person again: another ticket', async () => {
  await expire();
  const again = await world.steps.requestPerson(talk.mine, VISITOR);
  expect(again.ticketId).not.toBe(ticketId);
  expect(await expire()).toEqual({ state: 'timed-out' });
  expect((await talk.stored()).ticket).toEqual({ ticketId: again.ticketId, state: 'waiting' });
});

test('a ticket that somebody answered stays so', async () => {
  await world.steps.reply({ id: ticketId, replyId: world.newId(), text: 'At eight.' }, CALLER);
  expect(await expire()).toEqual({ state: 'answered' });
  expect(await talk.read()).toHaveLength(2);
});

test('a reply that comes at the same moment is not overlooked', async () => {
  let first = true;
  const readTicket = async (id: string) => {
    const found = await world.table.readTicket(id);
    if (first) {
      first = false;
      await world.steps.reply({ id: ticketId, replyId: world.newId(), text: 'At eight.' }, CALLER);
    }
    return found;
  };
  const late = createExpireTicket({ ...world.deps, readTicket });
  expect(await late({ conversationId: talk.id, ticketId })).toEqual({ state: 'answered' });
});

test('one that is forgotten is let go of', async () => {
  expect(await expire('00000000-0000-4000-8000-0000000000ff')).toEqual({ state: 'gone' });
  await world.steps.forget(talk.mine);
  expect(await expire()).toEqual({ state: 'gone' });
});

test('its input names a conversation and a ticket', () => {
  expect(ExpireTicketInput.safeParse({ conversationId: talk.id, ticketId }).success).toBe(true);
  expect(ExpireTicketInput.safeParse({ conversationId: talk.id, ticketId: 'one' }).success).toBe(false);
});
