import { faqDraftRequestedExample } from '@marquee/events/schemas/faq-draft-requested.ts';
import { beforeEach, expect, test } from 'vitest';
import { createCreateItem } from '../create-item/step.ts';
import { stateOf } from '../item.ts';
import { faq } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createDraftFaq, DraftFaqEvent } from './step.ts';

const { itemId, question, alsoAsked, requestedBy } = faqDraftRequestedExample.data;

let room: Newsroom;
beforeEach(() => {
  room = newsroom();
});
const draft = (more: object = {}) => {
  const detail = { ...faqDraftRequestedExample, data: { ...faqDraftRequestedExample.data, ...more } };
  const step = createDraftFaq({ create: createCreateItem(room), log: () => {} });
  return step(DraftFaqEvent.parse({ detail }));
};

test('what is wanted becomes a draft, in the name of who wanted it', async () => {
  await draft({ answer: { en: 'Yes: two records.' } });
  const item = await room.readItem(itemId);
  expect(item).toMatchObject({ type: 'faq', version: 1, createdBy: requestedBy });
  expect(item && stateOf(item)).toBe('draft');
  expect((await room.readRevision(itemId, 1))?.data).toEqual({
    question,
    alsoAsked,
    answer: { en: 'Yes: two records.' },
  });
});

test('twice is the same as once, and what was edited since stays', async () => {
  await draft();
  await draft();
  expect([await room.readItem(itemId), room.audit.length]).toMatchObject([{ version: 1 }, 1]);
  await room.save(itemId, faq('Edited?'));
  await draft();
  expect(await room.readItem(itemId)).toMatchObject({ version: 2, names: { en: 'Edited?' } });
});

test('a draft without an answer is kept, to be written', async () => {
  await draft();
  expect((await room.readRevision(itemId, 1))?.data).toEqual({ question, alsoAsked });
});

test('what cannot be kept for another reason is tried again', async () => {
  const broken = createDraftFaq({ create: () => Promise.reject(new Error('gone away')), log: () => {} });
  await expect(broken({ detail: faqDraftRequestedExample })).rejects.toThrow('gone away');
});
