import { expect, test } from 'vitest';
import { catchUp } from './catch-up.ts';
import { startConversation } from './testing/conversation.ts';
import { chatWorld, VISITOR } from './testing/world.ts';

const TURNS = 45;

const setUp = async () => {
  const world = chatWorld();
  const talk = await startConversation(world);
  for (let turn = 1; turn <= TURNS; turn++) {
    world.clock.now += 1_000;
    await talk.askAndAnswer(`Question ${turn}?`);
  }
  await world.steps.requestPerson(talk.mine, VISITOR);
  const ranges: [number, number][] = [];
  const deps = {
    readNotes: world.table.readNotes,
    readTurns: (id: string, from: number, to: number) => {
      ranges.push([from, to]);
      return world.table.readTurns(id, from, to);
    },
  };
  return { talk, ranges, deps, stored: await talk.stored() };
};

test('whatever was seen, exactly what is behind it comes, in order, notes among turns', async () => {
  const { deps, stored } = await setUp();
  const all = await catchUp(deps, stored, 0);
  expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: stored.lastSeq }, (_, index) => index + 1));
  expect(all.at(-1)).toMatchObject({ type: 'hand-over', state: 'waiting' });
  for (const after of [1, 4, 5, 100, 101, stored.lastSeq - 1])
    expect(await catchUp(deps, stored, after)).toEqual(all.slice(after));
});

test('who has seen all but the newest reads only the newest turns, and who has seen all reads nothing', async () => {
  const { deps, stored, ranges } = await setUp();
  await catchUp(deps, stored, stored.lastSeq - 2);
  expect(ranges).toEqual([[26, 45]]);
  expect(await catchUp(deps, stored, stored.lastSeq)).toEqual([]);
  expect(ranges).toHaveLength(1);
});

test('what is written after the conversation was read comes with the next look', async () => {
  const { talk, deps, stored } = await setUp();
  await talk.ask('One more?');
  expect((await catchUp(deps, stored, stored.lastSeq - 1)).map(({ seq }) => seq)).toEqual([stored.lastSeq]);
});

test('where both reads fail, that is one failure', async () => {
  const { stored } = await setUp();
  const fail = (): Promise<never> => Promise.reject(new Error('unreachable'));
  const late = async (): Promise<never> => {
    await new Promise(setImmediate);
    return fail();
  };
  const unseen: unknown[] = [];
  const note = (error: unknown): void => void unseen.push(error);
  process.on('unhandledRejection', note);
  try {
    await expect(catchUp({ readTurns: late, readNotes: fail }, stored, 0)).rejects.toThrow('unreachable');
    await new Promise(setImmediate);
  } finally {
    process.off('unhandledRejection', note);
  }
  expect(unseen).toEqual([]);
});
