import { personRequestedExample } from '@marquee/events/schemas/person-requested.ts';
import { beforeEach, expect, test } from 'vitest';
import { ExpireTicketInput } from '../services/chat/expire-ticket/step.ts';
import { startConversation, type Talk } from '../services/chat/testing/conversation.ts';
import { CALLER, type ChatWorld, chatWorld, VISITOR } from '../services/chat/testing/world.ts';
import { definition, evaluated, started } from './testing.ts';
import { walk } from './walk.ts';

let world: ChatWorld;
let talk: Talk;
let ticketId: string;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
  ({ ticketId } = await world.steps.requestPerson(talk.mine, VISITOR));
});

const fails = (name: string) => () => Promise.reject(Object.assign(new Error('it broke'), { name }));

type Values = { ':claim'?: { S: string }; ':waiting'?: { S: string }; ':token'?: { S: string } };
type Args = { TableName: string; Key: { pk: { S: string }; sk: { S: string } }; ExpressionAttributeValues: Values };

/** The table, as far as the workflow itself writes to it. */
const updateItem = (claims: Map<string, string>) => async (given: Args) => {
  const id = given.Key.pk.S.replace('TICKET#', '');
  expect(given).toMatchObject({ TableName: expect.stringContaining('ChatTable'), Key: { sk: { S: 'TICKET' } } });
  const { ':claim': claim, ':waiting': waiting, ':token': token } = given.ExpressionAttributeValues;
  const ticket = world.table.tickets.get(id);
  if (ticket?.state !== waiting?.S || (claim && (claims.get(id) ?? claim.S) !== claim.S))
    throw Object.assign(new Error('refused'), { name: 'DynamoDb.ConditionalCheckFailedException' });
  if (claim) claims.set(id, claim.S);
  if (token && ticket) world.table.tickets.set(id, { ...ticket, taskToken: token.S });
  return {};
};
/** The execution that the event of the ticket starts; `patience` is what happens while it waits. */
const handOver = (patience: () => Promise<unknown>, { claims = new Map(), expire = world.steps.expire } = {}) => {
  const { metadata } = personRequestedExample;
  const detail = { metadata, data: { conversationId: talk.id, ticketId } };
  const write = updateItem(claims);
  return walk(
    'hand-over',
    { detail },
    {
      tasks: { ExpireTicket: [ExpireTicketInput, expire] },
      services: {
        'dynamodb:updateItem': write,
        'updateItem.waitForTaskToken': async (given) => {
          await write(given);
          return patience();
        },
      },
    },
  );
};
const nobody = fails('States.Timeout');

test('it waits with a task token that a reply gives back', async () => {
  const replied = async () => {
    await world.steps.reply({ id: ticketId, replyId: world.newId(), text: 'At eight.' }, CALLER);
    return world.goneOn.at(-1)?.output;
  };
  expect(await handOver(replied)).toMatchObject({ end: 'PersonReplied' });
  expect(world.goneOn).toEqual([{ taskToken: 'a-token', output: { ticketId, state: 'answered' } }]);
  expect(world.table.tickets.get(ticketId)).not.toHaveProperty('taskToken');
});

test('it waits as long as the stage has it, then tells the fan that nobody came', async () => {
  const { States } = await definition('hand-over');
  const seconds = States.WaitForPerson.TimeoutSeconds.replace(/\$\{WaitSeconds\}/, '43200');
  expect(await evaluated(seconds, {})).toBe(43_200);
  const { visited, end } = await handOver(nobody);
  expect([visited.at(-2), end]).toEqual(['TellNobodyCame', 'NobodyCame']);
  expect((await talk.read()).at(-1)).toMatchObject({ type: 'hand-over', state: 'timed-out', ticketId });
});

test('a second execution for a ticket does not wait', async () => {
  const claims = new Map([[ticketId, 'another-execution']]);
  expect(await handOver(nobody, { claims })).toMatchObject({ end: 'NothingToWaitFor' });
});

test('a reply that was quicker, or a conversation that is forgotten, leaves nothing to wait for', async () => {
  await world.steps.reply({ id: ticketId, replyId: world.newId(), text: 'At eight.' }, CALLER);
  expect((await handOver(nobody)).end).toBe('NothingToWaitFor');
  await world.steps.forget(talk.mine);
  expect((await handOver(nobody)).end).toBe('NothingToWaitFor');
});

test('where the fan cannot be told it fails, and says why', async () => {
  const { end, problem } = await handOver(nobody, { expire: fails('Error') });
  expect([end, problem]).toEqual([
    'Failed',
    `The fan of ticket ${ticketId} was not told that nobody came: Error: it broke`,
  ]);
});

test('it reads the golden example of the event that starts it', async () => {
  const { States } = await definition('hand-over');
  const states = started('PersonRequested', personRequestedExample);
  expect(await evaluated(States.ReadEvent.Assign, { states })).toEqual({
    ...personRequestedExample.data,
    claim: 'an-execution',
    trace: {
      correlationId: personRequestedExample.metadata.correlationId,
      causationId: personRequestedExample.metadata.eventId,
    },
  });
});
