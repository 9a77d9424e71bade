import { expect, test } from 'vitest';
import { startConversation } from '../testing/conversation.ts';
import { CALLER, chatWorld, VISITOR } from '../testing/world.ts';
import { createShowTicket } from './step.ts';

test('a ticket is shown with all that was asked and answered, and what staff said', async () => {
  const world = chatWorld();
  const talk = await startConversation(world);
  await talk.askAndAnswer('When?');
  await talk.ask('And write to ada@example.org');
  const { ticketId } = await world.steps.requestPerson(talk.mine, VISITOR);
  await world.steps.reply({ id: ticketId, replyId: world.newId(), text: 'At eight.' }, CALLER);
  const show = createShowTicket(world.deps);
  const shown = await show({ id: ticketId });
  expect(shown).toMatchObject({
    ...{ ticketId, conversationId: talk.id, state: 'answered', reason: 'asked' },
    replies: [{ text: 'At eight.', by: CALLER.name }],
  });
  expect(shown.transcript).toEqual([
    {
      ...{ turn: 1, question: 'When?', askedAt: '2026-03-01T10:00:00.000Z', outcome: 'answer' },
      ...{ answer: 'It opens on Friday. Two episodes come.', sources: [] },
    },
    { turn: 2, question: 'And write to [e-mail]', askedAt: '2026-03-01T10:00:00.000Z' },
  ]);
  expect(await show({ id: ticketId })).toEqual(shown);
});

test('what lets the workflow go on is not shown', async () => {
  const world = chatWorld();
  const talk = await startConversation(world);
  const { ticketId } = await world.steps.requestPerson(talk.mine, VISITOR);
  for (const [id, ticket] of world.table.tickets) world.table.tickets.set(id, { ...ticket, taskToken: 'a secret' });
  expect(await createShowTicket(world.deps)({ id: ticketId })).not.toHaveProperty('taskToken');
});

test('one that is not there is refused', async () => {
  const id = '00000000-0000-4000-8000-0000000000ff';
  const showing = createShowTicket(chatWorld().deps)({ id });
  await expect(showing).rejects.toMatchObject({ status: 404, code: 'no-such-ticket', field: 'id' });
});
