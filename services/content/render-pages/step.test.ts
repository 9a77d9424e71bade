import { beforeEach, expect, test } from 'vitest';
import type { Plan, RenderedBatch } from '../site/plan.ts';
import { NAVIGATION, news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { RenderPagesInput } from './step.ts';

let room: Newsroom;
let planKey: string;
let batches: number[];
beforeEach(async () => {
  room = newsroom();
  await room.create('news', 'one', news('One'));
  await room.create('navigation', 'navigation', NAVIGATION);
  const { publicationId } = await room.request('publish', ['one', 'navigation']);
  ({ planKey, batches } = await room.steps.plan({ publicationId }));
});

test('each batch leaves its pages, and their files under keys that follow from their content', async () => {
  for (const batch of batches) {
    const plan = await room.readJson<Plan>(planKey);
    expect(await room.steps.render({ planKey, batch })).toEqual({ pages: plan.batches[batch]?.length });
    const { pages } = await room.readJson<RenderedBatch>(planKey.replace('plan.json', `batch-${batch}.json`));
    expect(pages.map(({ path }) => path).sort()).toEqual(plan.batches[batch]?.map(({ path }) => path).sort());
    for (const { page } of pages) expect(room.files.get(page.key)?.caching).toBe('page');
  }
});

test('twice makes the same as once', async () => {
  await room.steps.render({ planKey, batch: 0 });
  const once = new Map(room.files);
  await room.steps.render({ planKey, batch: 0 });
  expect([...room.files.keys()]).toEqual([...once.keys()]);
  for (const [key, file] of room.files) expect(file.body, key).toBe(once.get(key)?.body);
});

test('error pages say which status they stand for', async () => {
  for (const batch of batches) await room.steps.render({ planKey, batch });
  const statuses = [...room.files.values()].flatMap(({ status }) => status ?? []);
  expect(statuses.sort()).toEqual([404, 404, 410, 410]);
});

test('a batch that the plan does not have makes nothing', async () => {
  expect(await room.steps.render({ planKey, batch: 99 })).toEqual({ pages: 0 });
});

test('a page that cannot be made fails the batch, and nothing of it is left to go live', async () => {
  const plan = await room.readJson<Plan>(planKey);
  await room.writeJson(planKey, { ...plan, items: [] });
  await expect(room.steps.render({ planKey, batch: 0 })).rejects.toMatchObject({ name: 'NotPublicError' });
  expect(room.files.has(planKey.replace('plan.json', 'batch-0.json'))).toBe(false);
});

test.each([{ planKey: '', batch: 0 }, { planKey: 'plan', batch: -1 }, { planKey: 'plan' }])(
  'input that does not fit is refused: %j',
  (input) => {
    expect(RenderPagesInput.safeParse(input).success).toBe(false);
  },
);
