import { afterAll, beforeAll, expect, test } from 'vitest';
import { VirtualClock } from '../../local/clock.ts';
import { NAVIGATION, type Newsroom, news } from './newsroom.ts';
import { openOnClock, publishOnClock, settleOnClock } from './newsroom-on-clock.ts';

const MINUTE = 60_000;

// AWS takes a skew of a quarter of an hour from clients, which sign with the machine's time: all of this is over within less.
let clock: VirtualClock;
let at: Newsroom;
beforeAll(async () => {
  clock = new VirtualClock(Date.now());
  at = await openOnClock(clock);
  await at.create('navigation', 'navigation', NAVIGATION);
  await publishOnClock(clock, at, ['navigation']);
});
afterAll(() => at?.stop());

const settle = (test: () => Promise<boolean>): Promise<void> => settleOnClock(clock, test);

/** The date of the last Sunday of a month of next year, on which London's clocks change in March and in October. */
const lastSunday = (month: number): string => {
  const last = new Date(Date.UTC(new Date(clock.now()).getUTCFullYear() + 1, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
};

/** A moment as the clocks of a zone tell it. */
const localTime = (instant: number, timeZone: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T');

test('what is scheduled happens at its minute, once, as it was then', async () => {
  const minute = Math.ceil(clock.now() / MINUTE) * MINUTE;
  const moments = [
    ['first', minute + MINUTE, 'Europe/London'],
    ['second', minute + 3 * MINUTE, 'Asia/Kolkata'],
  ] as const;
  for (const [itemId, instant, zone] of moments) {
    await at.create('news', itemId, news(itemId));
    const schedule = { at: localTime(instant, zone), zone };
    const scheduled = await at.must('PUT', `/content/${itemId}/schedules/publish`, schedule);
    expect(scheduled).toMatchObject({ instant: new Date(instant).toISOString(), items: [{ state: 'scheduled' }] });
    await at.save(itemId, 1, news(itemId, { byline: 'Written after it was scheduled' }));
  }
  for (const [itemId, instant] of moments) {
    await clock.advance(instant - 1 - clock.now());
    expect((await at.page(`/news/${itemId}/`)).status).toBe(404);
    await clock.advance(1);
    await settle(async () => (await at.page(`/news/${itemId}/`)).status === 200);
    expect((await at.page(`/news/${itemId}/`)).text).not.toContain('Written after it was scheduled');
  }
  const told = (detailType: string) => at.seen.filter(({ 'detail-type': type }) => type === detailType);
  await settle(async () => told('ContentPublished').length === 1 + moments.length);
  expect(told('PublicationDue')).toHaveLength(moments.length);
  const late = told('ContentPublished').map(
    ({ detail }) => (detail as { data: { lateSeconds: number } }).data.lateSeconds,
  );
  expect(late).toEqual([0, 0, 0]);
}, 120_000);

test('a moment is what the clocks of its place say, on either side of their change', async () => {
  const [spring, autumn] = [lastSunday(3), lastSunday(10)];
  for (const [local, instant] of [
    [`${spring}T00:59`, `${spring}T00:59:00.000Z`],
    [`${spring}T02:00`, `${spring}T01:00:00.000Z`],
    [`${autumn}T01:30`, `${autumn}T00:30:00.000Z`],
  ]) {
    const schedule = { at: local, zone: 'Europe/London' };
    expect(await at.must('PUT', '/content/navigation/schedules/publish', schedule)).toMatchObject({ instant });
  }
  const skipped = { at: `${spring}T01:30`, zone: 'Europe/London' };
  const { status, body } = await at.call('PUT', '/content/navigation/schedules/publish', skipped);
  expect([status, body.error]).toMatchObject([400, { field: 'at' }]);
});

test('a schedule that is called off, or that another one has replaced, does nothing', async () => {
  await at.create('news', 'never', news('never'));
  const time = (minutes: number) => ({
    at: new Date(clock.now() + minutes * MINUTE).toISOString().slice(0, 19),
    zone: 'Etc/UTC',
  });
  await at.must('PUT', '/content/never/schedules/publish', time(1));
  await at.must('PUT', '/content/never/schedules/publish', time(2));
  await at.must('DELETE', '/content/never/schedules/publish');
  await clock.advance(3 * MINUTE);
  await settle(async () => true);
  expect(await at.must('GET', '/content/never')).toMatchObject({ state: 'draft' });
  expect((await at.call('DELETE', '/content/never/schedules/publish')).status).toBe(404);
}, 120_000);

test('an embargo holds a publication back, and a past moment is no time to schedule', async () => {
  await at.create('news', 'held', news('held', { embargoUntil: { at: '2031-01-01T09:00', zone: 'Asia/Tokyo' } }));
  const { publicationId } = await at.must('POST', '/content/held/publications', { kind: 'publish' });
  await settle(async () => (await at.must('GET', `/content/publications/${publicationId}`)).state === 'failed');
  expect(await at.must('GET', `/content/publications/${publicationId}`)).toMatchObject({
    problems: [{ field: 'embargoUntil', message: 'It is under embargo until 2031-01-01, 09:00 in Asia/Tokyo.' }],
  });
  const { status, body } = await at.call('PUT', '/content/held/schedules/publish', {
    at: '2021-01-01T09:00',
    zone: 'Asia/Tokyo',
  });
  expect([status, body.error]).toMatchObject([400, { code: 'in-the-past', field: 'at' }]);
});

test('what fell due while nothing ran happens at the next start, once, and says how late it is', async () => {
  await at.create('news', 'late', news('late'));
  const soon = new Date(Math.ceil(clock.now() / MINUTE) * MINUTE + MINUTE);
  await at.must('PUT', '/content/late/schedules/publish', { at: soon.toISOString().slice(0, 16), zone: 'Etc/UTC' });
  const { dataFolder } = at;
  await at.pause();
  await clock.advance(5 * MINUTE);
  at = await openOnClock(clock, dataFolder);
  await settle(async () => (await at.page('/news/late/')).status === 200);
  const item = await at.must('GET', '/content/late');
  await settle(async () => (await at.must('GET', '/content/late')).state === 'published');
  expect(item.schedules).toBeUndefined();
  const { entries } = await at.must('GET', '/content/late/history');
  const published = (entries as { action: string; details?: { due?: { lateSeconds: number } } }[]).filter(
    ({ action }) => action === 'published',
  );
  expect(published).toHaveLength(1);
  const late = published[0]?.details?.due?.lateSeconds ?? 0;
  expect(late).toBeGreaterThan(3 * 60);
  expect(late).toBeLessThan(5 * 60);
}, 120_000);
