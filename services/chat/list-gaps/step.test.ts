import { expect, test } from 'vitest';
import { askInVain } from '../testing/questions.ts';
import { chatWorld } from '../testing/world.ts';
import { createListGaps, ListGapsInput } from './step.ts';

const QUESTIONS = ['Is there a soundtrack on vinyl?', 'Who designed the costumes?', 'Does the lighthouse exist?'];

const setUp = async () => {
  const world = chatWorld();
  for (const text of QUESTIONS) {
    world.clock.now += 1_000;
    await askInVain(world, text);
  }
  const list = (query: object = {}) => createListGaps(world.deps)(ListGapsInput.parse(query));
  const questions = async (query: object = {}) => (await list(query)).gaps.map(({ question }) => question);
  return { world, list, questions };
};

test('what was asked last comes first; what became of it only where that is asked for', async () => {
  const { world, questions } = await setUp();
  expect(await questions()).toEqual(QUESTIONS.toReversed());
  const [{ gapId } = { gapId: '' }] = [...world.table.gaps.values()];
  await world.steps.dismiss({ id: gapId });
  expect(await questions()).toEqual(QUESTIONS.slice(1).toReversed());
  expect(await questions({ state: 'dismissed' })).toEqual(QUESTIONS.slice(0, 1));
});

test('page by page none comes twice and none is missed', async () => {
  const { list } = await setUp();
  const { gaps, next } = await list({ limit: 2 });
  expect(await list({ limit: 2 })).toEqual({ gaps, next });
  expect([...gaps, ...(await list({ limit: 2, next })).gaps]).toEqual((await list()).gaps);
});

test.each([{ state: 'closed' }, { limit: 0 }])('%j is refused', (query) => {
  expect(ListGapsInput.safeParse(query).success).toBe(false);
});
