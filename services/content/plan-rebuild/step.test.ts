import { expect, test } from 'vitest';
import type { Plan } from '../site/plan.ts';
import { NAVIGATION, news } from '../testing/fixtures.ts';
import { newsroom } from '../testing/newsroom.ts';
import { createPlanRebuild, PlanRebuildInput } from './step.ts';

test('every page is planned although none is out of date, and the list names every batch once', async () => {
  const room = newsroom();
  await room.create('news', 'one', news('One'));
  await room.create('navigation', 'navigation', NAVIGATION);
  await room.publish('one', 'navigation');
  const publicationId = room.newId();
  const planned = await createPlanRebuild(room.publishing)({ publicationId });
  const { pages } = await room.manifest();
  const { batches, kind, items } = await room.readJson<Plan>(planned.planKey);
  expect(planned.pages).toBe(Object.keys(pages).length);
  expect(
    batches
      .flat()
      .map(({ path }) => path)
      .sort(),
  ).toEqual(Object.keys(pages).sort());
  expect([kind, items]).toEqual(['rebuild', []]);
  expect(await room.readJson(planned.listKey)).toEqual(batches.map((_, batch) => ({ batch })));
});

test('twice plans the same as once', async () => {
  const room = newsroom();
  await room.create('news', 'one', news('One'));
  await room.publish('one');
  const plan = createPlanRebuild(room.publishing);
  const publicationId = room.newId();
  const once = await plan({ publicationId });
  const body = room.files.get(once.planKey)?.body;
  expect(await plan({ publicationId })).toEqual(once);
  expect(room.files.get(once.planKey)?.body).toBe(body);
});

test('a rebuild goes live with what was published while it was rendered', async () => {
  const room = newsroom();
  await room.create('news', 'one', news('One'));
  await room.publish('one');
  const publicationId = room.newId();
  const more = { requestedBy: 'ada', requestedAt: '2026-03-01T09:00:00.000Z', correlationId: 'c', causationId: 'r' };
  await room.write([], { publicationId, kind: 'rebuild', items: [], state: 'waiting', ...more });
  const { planKey } = await createPlanRebuild(room.publishing)({ publicationId });
  await room.steps.render({ planKey, batch: 0 });
  await room.save('one', news('One, edited'));
  await room.publish('one');
  await room.stage({ publicationId, planKey });
  expect(await room.goLive(publicationId)).toMatchObject({ siteVersion: 3, items: [] });
  expect(await room.page('/news/one/')).toContain('One, edited');
});

test('a site on which nothing is public has its indexes alone', async () => {
  const room = newsroom();
  const { pages } = await createPlanRebuild(room.publishing)({ publicationId: room.newId() });
  expect(pages).toBe(4);
  expect(PlanRebuildInput.safeParse({ publicationId: 1 }).success).toBe(false);
});
