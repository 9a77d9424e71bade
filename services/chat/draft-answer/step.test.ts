import { FaqDraftRequested } from '@marquee/events/schemas/faq-draft-requested.ts';
import { beforeEach, expect, test } from 'vitest';
import { askInVain, groupOf } from '../testing/questions.ts';
import { CALLER, type ChatWorld, chatWorld } from '../testing/world.ts';
import { createDraftAnswer, DraftAnswerInput } from './step.ts';

const VINYL = 'Is there a soundtrack on vinyl?';

let world: ChatWorld;
let id: string;
beforeEach(async () => {
  world = chatWorld();
  await askInVain(world, VINYL);
  id = groupOf(world).gapId;
});
const draft = (more: object = {}) => world.steps.draft({ id, ...more }, CALLER);

test('a draft FAQ is wanted, of the question as it was asked first', async () => {
  const { itemId, correlationId, state } = await draft({ answer: { en: 'Yes: two records.' } });
  expect([itemId, state]).toEqual([`asked-${id.slice(0, 8)}`, 'drafted']);
  expect(FaqDraftRequested.strict.parse(world.announced[0])).toMatchObject({
    metadata: { correlationId, causationId: CALLER.requestId },
    data: { gapId: id, itemId, question: { en: VINYL }, answer: { en: 'Yes: two records.' }, requestedBy: CALLER.name },
  });
  expect(groupOf(world)).toMatchObject({ state: 'drafted', itemId });
});

test('the FAQ is found by every question of the group', async () => {
  for (const other of ['a soundtrack on vinyl?', 'Is there a soundtrack on vinyl', VINYL])
    await askInVain(world, other);
  await draft();
  const data = world.announced[0]?.data;
  expect(data).toMatchObject({ alsoAsked: { en: ['a soundtrack on vinyl?', 'Is there a soundtrack on vinyl'] } });
});

test('asked for twice it is the same FAQ and the same event, with what was said first', async () => {
  const first = await draft({ question: { en: 'Vinyl?', es: '¿Vinilo?' } });
  expect(await draft({ question: { en: 'Records?' } })).toMatchObject({ itemId: first.itemId, state: 'drafted' });
  const [one, other] = world.announced;
  expect(other?.metadata.eventId).toBe(one?.metadata.eventId);
  expect(other?.data).toEqual(one?.data);
});

test('an event that could not be put on the bus is put there by asking again', async () => {
  const cut = createDraftAnswer({ ...world.deps, publish: () => Promise.reject(new Error('no bus')) });
  await expect(cut({ id, answer: { en: 'Yes.' } }, CALLER)).rejects.toThrow('no bus');
  await draft();
  expect(world.announced).toMatchObject([{ data: { answer: { en: 'Yes.' } } }]);
});

test('a group that was asked again after its FAQ was public is drafted again, as the same FAQ', async () => {
  const { itemId } = await draft();
  world.table.gaps.set(id, { ...groupOf(world), state: 'answered' });
  await askInVain(world, VINYL);
  expect(groupOf(world).state).toBe('open');
  expect(await draft()).toMatchObject({ itemId, state: 'drafted' });
  expect(groupOf(world)).toMatchObject({ itemId, state: 'drafted', count: 2 });
});

test('of a group that was dismissed nothing is made', async () => {
  await world.steps.dismiss({ id });
  await expect(draft()).rejects.toMatchObject({ status: 409, code: 'dismissed', field: 'id' });
  expect(world.announced).toEqual([]);
});

test('one that is not there is refused', async () => {
  const none = draft({ id: '00000000-0000-4000-8000-0000000000ff' });
  await expect(none).rejects.toMatchObject({ status: 404, code: 'no-such-gap', field: 'id' });
});

test('its input names a group, and texts by their language', () => {
  expect(DraftAnswerInput.safeParse({ id, question: { en: 'A?', 'es-MX': 'B?' } }).success).toBe(true);
  for (const wrong of [
    { question: { english: 'A?' } },
    { answer: { en: 7 } },
    { answer: { en: 'a'.repeat(20_001) } },
    { id: 'x' },
  ])
    expect(DraftAnswerInput.safeParse({ id, ...wrong }).success).toBe(false);
});
