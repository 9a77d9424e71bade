import { beforeEach, describe, expect, test } from 'vitest';
import { IDLE, KEPT, LONGEST_QUESTION, MOST_TURNS, MOST_WAITING } from '../settings.ts';
import { HOLDER, startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld, LIMITS, RATE, VISITOR } from '../testing/world.ts';
import { issueToken } from '../token.ts';
import { AcceptTurnInput, createAcceptTurn } from './step.ts';

const QUESTION = 'When does it open?';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
});

test('a question is written down and put on the bus; whoever answers it tells of it first', async () => {
  const told = await talk.follow('a tab');
  const turnId = world.newId();
  const { turn, seq, correlationId } = await talk.ask(`  When   does\nit open? `, turnId);
  const accepted = { type: 'accepted', seq: 1, at: '2026-03-01T10:00:00.000Z', turn: 1, turnId, text: QUESTION };
  expect([turn, seq, told]).toEqual([1, 1, []]);
  expect(await talk.read()).toEqual([accepted]);
  expect(await talk.stored()).toMatchObject({ lastSeq: 1, accepted: 1, answered: 0, activeAt: world.clock.now });
  expect(world.events).toMatchObject([
    { metadata: { correlationId, causationId: VISITOR.requestId }, data: { conversationId: talk.id, turn: 1 } },
  ]);
  await world.steps.begin({ conversationId: talk.id, turn: 1, holder: HOLDER });
  expect(told).toEqual([accepted, expect.objectContaining({ type: 'typing', seq: 2, turn: 1 })]);
});

test('the same turn twice is one turn; the event comes again while it is not answered', async () => {
  const turnId = world.newId();
  const first = await talk.ask(QUESTION, turnId);
  expect(await talk.ask(QUESTION, turnId)).toEqual(first);
  expect([await talk.read(), (await talk.stored()).accepted]).toEqual([[expect.objectContaining({ seq: 1 })], 1]);
  expect(new Set(world.events.map(({ metadata }) => metadata.eventId)).size).toBe(1);
  expect(world.events).toHaveLength(2);
  await talk.answer(1);
  expect(await talk.ask(QUESTION, turnId)).toEqual(first);
  expect(world.events).toHaveLength(2);
});

test('a turn that could not be announced is accepted when it is sent again', async () => {
  const turnId = world.newId();
  const cut = createAcceptTurn({ ...world.deps, publish: () => Promise.reject(new Error('no bus')) });
  await expect(cut({ ...talk.mine, turnId, text: QUESTION }, VISITOR)).rejects.toThrow('no bus');
  expect(await talk.ask(QUESTION, turnId)).toMatchObject({ turn: 1 });
  expect(world.events).toHaveLength(1);
});

test('the same id for another question is refused', async () => {
  const turnId = world.newId();
  await talk.ask(QUESTION, turnId);
  await expect(talk.ask('Where?', turnId)).rejects.toMatchObject({
    status: 409,
    code: 'turn-id-used',
    field: 'turnId',
  });
});

test('what identifies a person is kept nowhere', async () => {
  await talk.ask('Is it out? Write to ada@example.org');
  expect((await talk.read())[0]).toMatchObject({ text: 'Is it out? Write to [e-mail]' });
  expect(JSON.stringify([[...(world.table.rows.get(talk.id)?.turns.values() ?? [])], world.events])).not.toContain(
    'ada@',
  );
});

test('a conversation is kept for as long again with each question', async () => {
  world.clock.now += 60_000;
  await talk.ask(QUESTION);
  expect((await talk.stored()).expiresAt).toBe((world.clock.now + KEPT) / 1000);
});

test('of two who write at once both get their turn', async () => {
  const [one, other] = await Promise.all([talk.ask('One?'), talk.ask('Other?')]);
  expect([one.turn, other.turn].sort()).toEqual([1, 2]);
  expect((await talk.read()).map(({ seq }) => seq)).toEqual([1, 2]);
});

describe('a conversation that nobody has used for a while', () => {
  test('is closed, which is told, and takes no question', async () => {
    const told = await talk.follow('a tab');
    world.clock.now += IDLE + 1;
    await expect(talk.ask(QUESTION)).rejects.toMatchObject({ status: 410, code: 'conversation-closed' });
    expect(told).toMatchObject([{ type: 'closed', reason: 'idle', seq: 1 }]);
    await expect(talk.ask(QUESTION)).rejects.toMatchObject({ status: 410, code: 'conversation-closed' });
    expect(await talk.read()).toEqual(told);
  });

  test('is closed by what reads a conversation with its turn: nothing else is granted', async () => {
    world.clock.now += IDLE + 1;
    const deps = { ...world.deps, read: () => Promise.reject(new Error('not granted')) };
    const accept = createAcceptTurn(deps);
    const input = { ...talk.mine, turnId: world.newId(), text: QUESTION };
    await expect(accept(input, VISITOR)).rejects.toMatchObject({ code: 'conversation-closed' });
  });

  test('stays open while a question is awaited', async () => {
    await talk.ask(QUESTION);
    world.clock.now += IDLE + 1;
    const { token } = await renewed();
    expect(
      await world.steps.accept({ id: talk.id, token, turnId: world.newId(), text: QUESTION }, VISITOR),
    ).toMatchObject({
      turn: 2,
    });
  });

  test('answers a turn that it has as before', async () => {
    const turnId = world.newId();
    const first = await talk.ask(QUESTION, turnId);
    await talk.answer(1);
    world.clock.now += IDLE + 1;
    const { token } = await renewed();
    expect(await world.steps.accept({ id: talk.id, token, turnId, text: QUESTION }, VISITOR)).toMatchObject(first);
  });

  /** A token of a fan who has looked in between. */
  const renewed = async (): Promise<{ token: string }> => {
    const { token = talk.token } = await world.steps.read({ ...talk.mine, after: 0 });
    return { token };
  };
});

describe('a conversation', () => {
  test('has a most of questions', async () => {
    const row = world.table.rows.get(talk.id);
    if (row) row.conversation = { ...row.conversation, accepted: MOST_TURNS, answered: MOST_TURNS };
    await expect(talk.ask(QUESTION)).rejects.toMatchObject({ status: 410, code: 'conversation-full' });
  });

  test('has a most of questions that wait', async () => {
    for (let turn = 0; turn < MOST_WAITING; turn++) await talk.ask(QUESTION);
    await expect(talk.ask(QUESTION)).rejects.toMatchObject({ status: 429, code: 'too-fast', retryAfter: 2 });
    await talk.answer(1);
    expect(await talk.ask(QUESTION)).toMatchObject({ turn: MOST_WAITING + 1 });
  });

  test('that is unknown, forgotten or past its time is not found', async () => {
    world.clock.now += KEPT;
    const { token } = await issueToken(world.deps, talk.id);
    const input = { id: talk.id, token, turnId: world.newId(), text: QUESTION };
    await expect(world.steps.accept(input, VISITOR)).rejects.toMatchObject({
      status: 404,
      code: 'conversation-unknown',
    });
  });
});

describe('whoever asks too fast is told when to go on', () => {
  const slow = { perSecond: 0.5, burst: 2 };
  const refused = { status: 429, code: 'too-fast', retryAfter: 2 };
  const acceptWith = (limits: Partial<typeof LIMITS>) => {
    const accept = createAcceptTurn({ ...world.deps, limits: { ...LIMITS, ...limits } });
    return (of: Talk, visitor = VISITOR) => accept({ ...of.mine, turnId: world.newId(), text: QUESTION }, visitor);
  };

  test('in one conversation', async () => {
    const accept = acceptWith({ turnsOfConversation: slow });
    for (let turn = 0; turn < 2; turn++) await accept(talk);
    await expect(accept(talk)).rejects.toMatchObject(refused);
    world.clock.now += 2_000;
    expect(await accept(talk)).toMatchObject({ turn: 3 });
  });

  test('from one network address, whichever the conversation', async () => {
    const accept = acceptWith({ turnsOfAddress: slow });
    const other = await startConversation(world);
    for (const of of [talk, other]) await accept(of);
    await expect(accept(talk)).rejects.toMatchObject(refused);
    expect(await accept(talk, { ...VISITOR, address: '198.51.100.8' })).toMatchObject({ turn: 2 });
    expect(JSON.stringify([...world.table.buckets])).not.toContain('198.51');
  });

  test('all of them together', async () => {
    const accept = acceptWith({ turns: slow });
    for (const address of ['a', 'b']) await accept(talk, { ...VISITOR, address });
    await expect(accept(talk, { ...VISITOR, address: 'c' })).rejects.toMatchObject(refused);
  });

  test('and a question that is sent again costs nothing', async () => {
    const accept = createAcceptTurn({
      ...world.deps,
      limits: { ...LIMITS, turns: { ...RATE, burst: 1, perSecond: 1 } },
    });
    const input = { ...talk.mine, turnId: world.newId(), text: QUESTION };
    for (let time = 0; time < 3; time++) expect(await accept(input, VISITOR)).toMatchObject({ turn: 1 });
  });
});

test.each([
  ['nothing', '  ?! ', 'nothing-asked'],
  ['too much', 'a'.repeat(LONGEST_QUESTION + 1), 'too-long'],
  ['what cannot be seen', 'When\u202e?', 'hidden-characters'],
])('%s is refused, and nothing is written', async (_, text, code) => {
  await expect(talk.ask(text)).rejects.toMatchObject({ status: 400, code, field: 'text' });
  expect([await talk.read(), world.events]).toEqual([[], []]);
});

test('without the token of the conversation nothing is taken', async () => {
  const other = await startConversation(world);
  const input = { id: talk.id, turnId: world.newId(), text: QUESTION };
  await expect(world.steps.accept(input, VISITOR)).rejects.toMatchObject({ status: 401 });
  await expect(world.steps.accept({ ...input, token: other.token }, VISITOR)).rejects.toMatchObject({ status: 403 });
});

test('its input names a conversation, a turn id of the client’s and a text', () => {
  const input = {
    id: '00000000-0000-4000-8000-000000000001',
    turnId: '00000000-0000-4000-8000-000000000002',
    text: 'a',
  };
  expect(AcceptTurnInput.safeParse(input).success).toBe(true);
  for (const wrong of [{ id: 'one' }, { turnId: '1' }, { text: 7 }, { locale: 'en' }])
    expect(AcceptTurnInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
