import { beforeEach, describe, expect, test } from 'vitest';
import { startConversation } from '../testing/conversation.ts';
import { askInVain, feedbackGiven, groupOf, groupsOf, turnAnswered } from '../testing/questions.ts';
import { CALLER, type ChatWorld, chatWorld } from '../testing/world.ts';
import { createNoteGap, UnhelpfulEvent } from './step.ts';

const VINYL = 'Is there a soundtrack on vinyl?';

let world: ChatWorld;
beforeEach(() => {
  world = chatWorld();
});

test('a question without an answer makes a group, with where it was asked', async () => {
  const talk = await askInVain(world, VINYL);
  const at = '2026-03-01T10:00:00.000Z';
  const group = groupOf(world);
  expect(group).toMatchObject({ locale: 'en', question: VINYL, count: 1, state: 'open', firstAt: at, lastAt: at });
  expect(await world.table.readAsks(group.gapId)).toEqual([
    { gapId: group.gapId, conversationId: talk.id, turn: 1, question: VINYL, reason: 'unknown', at },
  ]);
});

test('the same turn is counted once, however often and for whatever reason it is told', async () => {
  const talk = await askInVain(world, VINYL);
  await world.steps.noteGap(turnAnswered(talk.id, 1));
  await world.steps.noteGap(feedbackGiven(talk.id, 1));
  expect([groupOf(world).count, world.table.asks.size]).toEqual([1, 1]);
});

test('questions that are alike join; the group keeps the first wording, and the last moment', async () => {
  await askInVain(world, VINYL);
  world.clock.now += 60_000;
  for (const text of ['is the soundtrack on vinyl', 'Soundtrack on vinyl, is there one?']) await askInVain(world, text);
  expect(groupOf(world)).toMatchObject({ question: VINYL, count: 3, lastAt: '2026-03-01T10:01:00.000Z' });
});

test('questions about other things do not', async () => {
  for (const text of [VINYL, 'Who designed the costumes?']) await askInVain(world, text);
  expect(groupsOf(world).map(({ count }) => count)).toEqual([1, 1]);
});

test('nor do those in another language, even in the same words', async () => {
  for (const locale of ['en', 'es']) await askInVain(world, 'vinyl soundtrack', locale);
  expect(groupsOf(world).map(({ locale }) => locale)).toEqual(['en', 'es']);
});

test('an answer that a fan says was none joins too; one that was does not', async () => {
  const talk = await startConversation(world);
  const turn = await talk.askAndAnswer(VINYL);
  await world.steps.noteGap(feedbackGiven(talk.id, turn, 'yes'));
  await world.steps.noteGap(turnAnswered(talk.id, turn, 'answer'));
  expect(groupsOf(world)).toEqual([]);
  await world.steps.noteGap(feedbackGiven(talk.id, turn));
  expect(groupOf(world).count).toBe(1);
  expect([...world.table.asks.values()]).toMatchObject([{ reason: 'feedback' }]);
});

describe('a group', () => {
  test('that was answered is opened again', async () => {
    await askInVain(world, VINYL);
    world.table.gaps.set(groupOf(world).gapId, { ...groupOf(world), state: 'answered', itemId: 'asked' });
    await askInVain(world, VINYL);
    expect(groupOf(world)).toMatchObject({ state: 'open', itemId: 'asked', count: 2 });
  });

  test.each(['dismissed', 'drafted'] as const)('that is %s stays so, and goes on counting', async (state) => {
    await askInVain(world, VINYL);
    world.table.gaps.set(groupOf(world).gapId, { ...groupOf(world), state });
    await askInVain(world, VINYL);
    expect(groupOf(world)).toMatchObject({ state, count: 2 });
  });

  test('that somebody drafts at the same moment stays drafted', async () => {
    await askInVain(world, VINYL);
    let first = true;
    const readGap = async (gapId: string) => {
      const found = await world.table.readGap(gapId);
      if (first) await world.steps.draft({ id: groupOf(world).gapId }, CALLER);
      first = false;
      return found;
    };
    const talk = await startConversation(world);
    const turn = await talk.askAndAnswer(VINYL, { outcome: 'unknown' });
    await createNoteGap({ ...world.deps, readGap })(turnAnswered(talk.id, turn));
    expect(groupOf(world)).toMatchObject({ state: 'drafted', count: 2 });
  });

  test('that others change again and again is tried later', async () => {
    await askInVain(world, VINYL);
    const talk = await startConversation(world);
    const turn = await talk.askAndAnswer(VINYL, { outcome: 'unknown' });
    const busy = createNoteGap({ ...world.deps, noteAsk: async () => false });
    await expect(busy(turnAnswered(talk.id, turn))).rejects.toMatchObject({ name: 'GapBusyError' });
  });
});

test('what is forgotten, or says nothing, makes no group', async () => {
  const talk = await startConversation(world);
  await talk.askAndAnswer('And of the?', { outcome: 'unknown' });
  await world.steps.noteGap(turnAnswered(talk.id, 1));
  await talk.ask(VINYL);
  for (const turn of [2, 9]) await world.steps.noteGap(turnAnswered(talk.id, turn));
  await world.steps.forget(talk.mine);
  await world.steps.noteGap(turnAnswered(talk.id, 1));
  expect(groupsOf(world)).toEqual([]);
});

test('it takes the golden examples of both events', () => {
  const { conversationId } = turnAnswered('a3c1f7de-2b64-4f0a-9d15-6c8e7b90f3a2', 3).detail.data;
  for (const event of [turnAnswered(conversationId, 3), feedbackGiven(conversationId, 3)])
    expect(UnhelpfulEvent.parse(event)).toEqual(event);
});
