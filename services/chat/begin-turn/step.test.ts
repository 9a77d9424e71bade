import { beforeEach, expect, test } from 'vitest';
import { LEASE, REMEMBERED } from '../settings.ts';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';
import { BeginTurnInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
});
const begin = (turn: number, holder = 'one') => world.steps.begin({ conversationId: talk.id, turn, holder });

test('whoever begins a turn has it alone, gets the question, and the fan is told', async () => {
  const { correlationId } = await talk.ask('When does it open?');
  const told = await talk.follow('a tab');
  const begun = await begin(1);
  expect(begun).toEqual({
    ...{ state: 'begun', turn: 1, trace: { correlationId } },
    asked: { text: 'When does it open?', locale: 'en', recent: [] },
    seen: await talk.stored(),
  });
  expect(told.at(-1)).toEqual({ type: 'typing', seq: 2, at: '2026-03-01T10:00:00.000Z', turn: 1 });
  expect((await talk.stored()).lease).toEqual({ holder: 'one', until: world.clock.now + LEASE });
});

test('another execution waits, until the first one has had its time', async () => {
  await talk.ask('When does it open?');
  await begin(1);
  expect(await begin(1, 'other')).toEqual({ state: 'waiting' });
  world.clock.now += LEASE - 1;
  expect(await begin(1, 'other')).toEqual({ state: 'waiting' });
  world.clock.now += 1;
  expect(await begin(1, 'other')).toMatchObject({ state: 'begun', turn: 1 });
  expect((await talk.stored()).lease?.holder).toBe('other');
});

test('begun again by the same execution, it is begun anew, and its lease with it', async () => {
  await talk.ask('When does it open?');
  const first = await begin(1);
  world.clock.now += 1_000;
  expect(await begin(1)).toMatchObject({ state: 'begun', turn: 1, seen: { lastSeq: 3, told: 3 } });
  expect(first).toMatchObject({ state: 'begun', turn: 1, seen: { lastSeq: 2, told: 2 } });
  expect((await talk.stored()).lease?.until).toBe(world.clock.now + LEASE);
  expect((await talk.read()).map(({ type }) => type)).toEqual(['accepted', 'typing', 'typing']);
});

test('of two that begin at once one waits', async () => {
  await talk.ask('When does it open?');
  const both = await Promise.all([begin(1), begin(1, 'other')]);
  expect(both.map(({ state }) => state).sort()).toEqual(['begun', 'waiting']);
});

test('an earlier turn of the conversation comes first', async () => {
  for (const text of ['One?', 'Two?']) await talk.ask(text);
  expect(await begin(2)).toMatchObject({ state: 'begun', turn: 1, asked: { text: 'One?' } });
});

test('a turn that is answered is done, with what was answered and from which version', async () => {
  await talk.ask('One?');
  await talk.answer(1, { outcome: 'unknown' });
  const done = { state: 'done', turn: 1, outcome: 'unknown', locale: 'en', siteVersion: 1 };
  expect(await begin(1)).toEqual(done);
  const { ticketId } = await world.steps.requestPerson(talk.mine, VISITOR);
  expect(await begin(1, 'other')).toEqual({ ...done, ticketId });
  expect(await talk.read()).toHaveLength(6);
});

test('a follow-up comes with what was asked and answered before, the oldest first, as far as it is remembered', async () => {
  for (let turn = 1; turn <= REMEMBERED + 2; turn++) {
    await talk.ask(`Question ${turn}?`);
    const sources = Array.from({ length: 3 }, (_, index) => ({ path: `/${turn}/${index}/`, title: 'One' }));
    await talk.answer(turn, { sources }, `Question ${turn}, in full?`);
  }
  await talk.ask('And in Japan?');
  const begun = await begin(REMEMBERED + 3);
  const { recent } = begun.state === 'begun' ? begun.asked : expect.fail(begun.state);
  expect(recent.map(({ question }) => question)).toEqual(
    Array.from({ length: REMEMBERED }, (_, index) => `Question ${index + 3}?`),
  );
  expect(recent[0]).toMatchObject({ asked: 'Question 3, in full?', outcome: 'answer', suggestions: [] });
  expect(recent[0]?.sources).toHaveLength(2);
});

test('where the fan is goes with the question, where it is known', async () => {
  talk = await startConversation(world, { locale: 'es', visitor: { ...VISITOR, territory: 'MX' } });
  await talk.ask('¿Cuándo?');
  expect(await begin(1)).toMatchObject({ asked: { locale: 'es', territory: 'MX' } });
});

test('of a conversation, or a turn, that is not there nothing is begun', async () => {
  expect(await begin(1)).toEqual({ state: 'gone' });
  await talk.ask('One?');
  await world.steps.forget(talk.mine);
  expect(await begin(1)).toEqual({ state: 'gone' });
});

test('its input names a turn and who works on it', () => {
  const input = { conversationId: talk.id, turn: 1, holder: 'one' };
  expect(BeginTurnInput.safeParse(input).success).toBe(true);
  for (const wrong of [{ turn: 0 }, { holder: '' }, { conversationId: 'one' }])
    expect(BeginTurnInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
