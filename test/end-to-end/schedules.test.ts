import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../../local/clock.ts';
import { NAVIGATION, type Newsroom, news } from './newsroom.ts';
import { chatbotHasHeard, openOnClock, publishOnClock, settleOnClock } from './newsroom-on-clock.ts';

const MINUTE = 60_000;

let clock: VirtualClock;
let room: Newsroom | undefined;
beforeEach(async () => {
  clock = new VirtualClock(Date.now());
});
afterEach(async () => {
  await room?.stop();
  room = undefined;
});

const open = async (dataFolder?: string): Promise<Newsroom> => {
  room = await openOnClock(clock, dataFolder);
  return room;
};
const settle = (test: () => Promise<boolean>): Promise<void> => settleOnClock(clock, test);
const publish = (at: Newsroom, ...ids: string[]): Promise<void> => publishOnClock(clock, at, ids);

/** Moves to a moment, as nobody would wait for it. */
const to = async (moment: string): Promise<void> => clock.advance(Date.parse(moment) - clock.now());

test('what is scheduled happens at its minute, on either side of a change of clocks, once, as it was then', async () => {
  const at = await open();
  await at.create('navigation', 'navigation', NAVIGATION);
  await publish(at, 'navigation');
  // London: clocks go from 00:59 to 02:00 on 28 March 2027, and from 01:59 back to 01:00 on 31 October.
  const moments = [
    ['before', '2027-03-28T00:59', '2027-03-28T00:59:00.000Z'],
    ['after', '2027-03-28T02:00', '2027-03-28T01:00:00.000Z'],
    ['twice', '2027-10-31T01:30', '2027-10-31T00:30:00.000Z'],
  ] as const;
  for (const [itemId, local, instant] of moments) {
    await at.create('news', itemId, news(itemId));
    const scheduled = await at.must('PUT', `/content/${itemId}/schedules/publish`, {
      at: local,
      zone: 'Europe/London',
    });
    expect(scheduled).toMatchObject({ instant, items: [{ state: 'scheduled' }] });
    await at.save(itemId, 1, news(itemId, { byline: 'Written after it was scheduled' }));
  }
  const ended = () => at.seen.filter(({ 'detail-type': type }) => type === 'ContentPublished');
  // What is under way when months pass at once is signed with a time and credentials of long ago, and refused.
  const nothingIsUnderWay = async (publications: number): Promise<void> => {
    await settle(async () => ended().length === publications);
    await chatbotHasHeard(clock, at);
  };
  await nothingIsUnderWay(1);
  for (const [index, [itemId, , instant]] of moments.entries()) {
    await clock.advance(Date.parse(instant) - MINUTE - clock.now());
    expect((await at.page(`/news/${itemId}/`)).status).toBe(404);
    await to(instant);
    await settle(async () => (await at.page(`/news/${itemId}/`)).status === 200);
    expect((await at.page(`/news/${itemId}/`)).text).not.toContain('Written after it was scheduled');
    await nothingIsUnderWay(index + 2);
  }
  const due = at.seen.filter(({ 'detail-type': type }) => type === 'PublicationDue');
  expect(due).toHaveLength(moments.length);
  const published = ended();
  expect(published.map(({ detail }) => (detail as { data: { lateSeconds: number } }).data.lateSeconds)).toEqual([
    0, 0, 0, 0,
  ]);
}, 120_000);

test('what fell due while nothing ran happens at the next start, once, and says how late it is', async () => {
  let at = await open();
  await at.create('navigation', 'navigation', NAVIGATION);
  await at.create('news', 'late', news('late'));
  await publish(at, 'navigation');
  const soon = new Date(Math.ceil(clock.now() / MINUTE) * MINUTE + MINUTE);
  await at.must('PUT', '/content/late/schedules/publish', { at: soon.toISOString().slice(0, 16), zone: 'Etc/UTC' });
  const { dataFolder } = at;
  await at.pause();
  // Clients sign with the machine's time, and AWS takes a skew of a quarter of an hour.
  await clock.advance(10 * MINUTE);
  at = await open(dataFolder);
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
  expect(late).toBeGreaterThan(8 * 60);
  expect(late).toBeLessThan(10 * 60);
}, 120_000);

test('a schedule that is called off, or that another one has replaced, does nothing', async () => {
  const at = await open();
  await at.create('navigation', 'navigation', NAVIGATION);
  await at.create('news', 'never', news('never'));
  await publish(at, 'navigation');
  const time = (minutes: number) => ({
    at: new Date(clock.now() + minutes * MINUTE).toISOString().slice(0, 19),
    zone: 'Etc/UTC',
  });
  await at.must('PUT', '/content/never/schedules/publish', time(2));
  await at.must('PUT', '/content/never/schedules/publish', time(4));
  await at.must('DELETE', '/content/never/schedules/publish');
  await clock.advance(6 * MINUTE);
  await settle(async () => true);
  expect(await at.must('GET', '/content/never')).toMatchObject({ state: 'draft' });
  expect((await at.call('DELETE', '/content/never/schedules/publish')).status).toBe(404);
}, 120_000);

test('an embargo holds a publication back, and a past moment is no time to schedule', async () => {
  const at = await open();
  await at.create('navigation', 'navigation', NAVIGATION);
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
