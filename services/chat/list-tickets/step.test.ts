import { expect, test } from 'vitest';
import { startConversation } from '../testing/conversation.ts';
import { CALLER, chatWorld, VISITOR } from '../testing/world.ts';
import { createListTickets, ListTicketsInput } from './step.ts';

const setUp = async (tickets: number) => {
  const world = chatWorld();
  const ids: string[] = [];
  for (let ticket = 0; ticket < tickets; ticket++) {
    world.clock.now += 1_000;
    const talk = await startConversation(world);
    ids.push((await world.steps.requestPerson(talk.mine, VISITOR)).ticketId);
  }
  const list = (query: object = {}) => createListTickets(world.deps)(ListTicketsInput.parse(query));
  const idsOf = async (query: object = {}) => (await list(query)).tickets.map(({ ticketId }) => ticketId);
  return { world, ids, list, idsOf };
};

test('who waits longest comes first, and who was answered only where that is asked for', async () => {
  const { world, ids, idsOf } = await setUp(3);
  expect(await idsOf()).toEqual(ids);
  await world.steps.reply({ id: ids[1] ?? '', replyId: world.newId(), text: 'At eight.' }, CALLER);
  expect(await idsOf()).toEqual([ids[0], ids[2]]);
  expect(await idsOf({ state: 'answered' })).toEqual([ids[1]]);
  expect(await idsOf({ state: 'timed-out' })).toEqual([]);
});

test('page by page none comes twice and none is missed, however often a page is read', async () => {
  const { ids, list } = await setUp(5);
  const found: string[] = [];
  let next: string | undefined;
  do {
    const page = await list({ limit: 2, ...(next ? { next } : {}) });
    expect(await list({ limit: 2, ...(next ? { next } : {}) })).toEqual(page);
    found.push(...page.tickets.map(({ ticketId }) => ticketId));
    next = page.next;
  } while (next);
  expect(found).toEqual(ids);
});

test('what lets the workflow go on is shown to nobody', async () => {
  const { world, ids, list } = await setUp(1);
  for (const [id, ticket] of world.table.tickets) world.table.tickets.set(id, { ...ticket, taskToken: 'a secret' });
  expect((await list()).tickets).toMatchObject([{ ticketId: ids[0] }]);
  expect(JSON.stringify(await list())).not.toContain('a secret');
});

test.each([{ state: 'open' }, { limit: 0 }, { limit: 101 }, { next: '*' }])('%j is refused', (query) => {
  expect(ListTicketsInput.safeParse(query).success).toBe(false);
});
