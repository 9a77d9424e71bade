import { expect, test } from 'vitest';
import { createDraft } from './draft.ts';
import { merge } from './merge.ts';

const setUp = () => {
  const clock = { now: 0 };
  const draft = createDraft({ name: { en: 'Lamp' } }, { now: () => clock.now });
  return { draft, clock };
};

test('strokes on one field are one step, and other fields and pauses begin another', () => {
  const { draft, clock } = setUp();
  draft.set(['name', 'en'], 'Lamps');
  clock.now += 300;
  draft.set(['name', 'en'], 'Lamps o');
  clock.now += 300;
  draft.set(['name', 'es'], 'F');
  clock.now += 5_000;
  draft.set(['name', 'es'], 'Faros');
  expect(draft.undo()).toEqual(['name', 'es']);
  expect(draft.get()).toEqual({ name: { en: 'Lamps o', es: 'F' } });
  draft.undo();
  draft.undo();
  expect(draft.get()).toEqual({ name: { en: 'Lamp' } });
  expect(draft.undo()).toBeUndefined();
  draft.redo();
  expect(draft.get()).toEqual({ name: { en: 'Lamps o' } });
});

test('a new step forgets what was taken back', () => {
  const { draft } = setUp();
  draft.set(['kind'], 'film');
  draft.undo();
  draft.set(['studio'], 'Copper Lane');
  expect(draft.canRedo()).toBe(false);
});

test('what somebody else kept stays when one’s own step is taken back', () => {
  const { draft } = setUp();
  const base = draft.get();
  draft.set(['name', 'en'], 'Mine');
  const theirs = { name: { en: 'Lamp' }, kind: 'film' };
  const rebase = (data: object) => merge(base, data, theirs).data as { name: object };
  draft.take(rebase(draft.get()), rebase);
  expect(draft.get()).toEqual({ name: { en: 'Mine' }, kind: 'film' });
  draft.undo();
  expect(draft.get()).toEqual(theirs);
});

test('listeners hear of changes alone', () => {
  const { draft } = setUp();
  let heard = 0;
  const stop = draft.subscribe(() => heard++);
  draft.set(['name', 'en'], 'Lamp');
  expect(heard).toBe(0);
  draft.set(['name', 'en'], 'Light');
  stop();
  draft.set(['name', 'en'], 'Lights');
  expect(heard).toBe(1);
});
