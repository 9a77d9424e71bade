import { expect, test } from 'vitest';
import { askInVain, groupOf } from '../testing/questions.ts';
import { chatWorld } from '../testing/world.ts';
import { createShowGap } from './step.ts';

test('a group is shown with each time that it was asked', async () => {
  const world = chatWorld();
  for (const text of ['Is there a soundtrack on vinyl?', 'soundtrack on vinyl']) await askInVain(world, text);
  const { gapId } = groupOf(world);
  const show = createShowGap(world.deps);
  const shown = await show({ id: gapId });
  expect(shown).toMatchObject({ gapId, count: 2, question: 'Is there a soundtrack on vinyl?' });
  expect(shown.asks.map(({ question }) => question).sort()).toEqual([
    'Is there a soundtrack on vinyl?',
    'soundtrack on vinyl',
  ]);
  expect(await show({ id: gapId })).toEqual(shown);
});

test('what a fan has forgotten is not shown any more', async () => {
  const world = chatWorld();
  const talk = await askInVain(world, 'Is there a soundtrack on vinyl?');
  await world.steps.forget(talk.mine);
  expect((await createShowGap(world.deps)({ id: groupOf(world).gapId })).asks).toEqual([]);
});

test('one that is not there is refused', async () => {
  const showing = createShowGap(chatWorld().deps)({ id: '00000000-0000-4000-8000-0000000000ff' });
  await expect(showing).rejects.toMatchObject({ status: 404, code: 'no-such-gap', field: 'id' });
});
