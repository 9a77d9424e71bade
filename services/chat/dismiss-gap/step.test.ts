import { expect, test } from 'vitest';
import { askInVain, groupOf } from '../testing/questions.ts';
import { chatWorld } from '../testing/world.ts';
import { createDismissGap } from './step.ts';

test('a group is dismissed; twice is the same as once', async () => {
  const world = chatWorld();
  await askInVain(world, 'Is there a soundtrack on vinyl?');
  const { gapId } = groupOf(world);
  for (let time = 0; time < 2; time++) {
    expect(await world.steps.dismiss({ id: gapId })).toEqual({ gapId, state: 'dismissed' });
    expect(groupOf(world).state).toBe('dismissed');
  }
});

test('a question that is asked at the same moment is not overlooked', async () => {
  const world = chatWorld();
  await askInVain(world, 'Is there a soundtrack on vinyl?');
  const { gapId } = groupOf(world);
  let first = true;
  const readGap = async (id: string) => {
    const found = await world.table.readGap(id);
    if (first) await askInVain(world, 'Is there a soundtrack on vinyl?');
    first = false;
    return found;
  };
  await createDismissGap({ ...world.deps, readGap })({ id: gapId });
  expect(groupOf(world)).toMatchObject({ state: 'dismissed', count: 2 });
});

test('a group that others change again and again, and one that is not there, are refused', async () => {
  const world = chatWorld();
  await askInVain(world, 'Is there a soundtrack on vinyl?');
  const { gapId: id } = groupOf(world);
  const busy = createDismissGap({ ...world.deps, changeGap: async () => false });
  await expect(busy({ id })).rejects.toMatchObject({ status: 409, code: 'gap-busy' });
  const none = world.steps.dismiss({ id: '00000000-0000-4000-8000-0000000000ff' });
  await expect(none).rejects.toMatchObject({ status: 404, code: 'no-such-gap', field: 'id' });
});
