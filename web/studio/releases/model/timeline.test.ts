import { expect, test } from 'vitest';
import { releaseOf, windowOf } from './testing.ts';
import { inOrder, lanesOf, placeIn, weekOf, weeksAround } from './timeline.ts';

const at = (text: string): number => Date.parse(text);
const NOW = at('2026-11-23T09:00:00Z');

test('weeks begin on Monday at midnight of the reader, and the one in which clocks change is an hour longer', () => {
  const [first, second] = weeksAround(at('2026-10-21T12:00:00Z'), 'Europe/London', 0, 2);
  expect(first).toEqual({ start: at('2026-10-18T23:00:00Z'), end: at('2026-10-26T00:00:00Z') });
  expect((first?.end ?? 0) - (first?.start ?? 0)).toBe((7 * 24 + 1) * 3_600_000);
  expect(second?.end).toBe(at('2026-11-02T00:00:00Z'));
});

test('a Sunday late in the evening belongs to the week of its own zone', () => {
  const [week] = weeksAround(at('2026-11-22T23:30:00Z'), 'Asia/Tokyo', 0, 1);
  expect(week?.start).toBe(at('2026-11-22T15:00:00Z'));
});

test.each([
  ['2026-11-23T00:00:00Z', 0],
  ['2026-11-29T23:59:00Z', 0],
  ['2026-11-30T00:00:00Z', 1],
  ['2026-11-22T23:59:00Z', -1],
  ['2026-12-31T12:00:00Z', 5],
])('%s is %d weeks from now', (moment, weeks) => {
  expect(weekOf(at(moment), NOW, 'Europe/London')).toBe(weeks);
});

const RANGE = { start: at('2026-11-23T00:00:00Z'), end: at('2026-12-21T00:00:00Z') };

test('an armed release holds back until its moment, each territory until its own', () => {
  const early = windowOf({ windowId: 'a', instant: '2026-12-04T20:00:00.000Z' });
  const late = windowOf({ windowId: 'b', instant: '2027-01-04T20:00:00.000Z' });
  const release = releaseOf({ windows: [late, early], scheduledBy: 'publisher', state: 'scheduled' });
  const [lane] = lanesOf([release], RANGE, NOW);
  expect(lane?.tracks.map(({ window: { windowId } }) => windowId)).toEqual(['a', 'b']);
  const place = placeIn(RANGE, at('2026-12-04T20:00:00Z'));
  expect(lane?.tracks[0]).toMatchObject({ point: place, bands: [{ kind: 'embargoed', from: 0, to: place }] });
  expect(lane?.tracks[1]).toMatchObject({ outside: 'after', bands: [{ kind: 'embargoed', from: 0, to: 1 }] });
  expect(lane?.tracks[1]?.point).toBeUndefined();
});

test('a draft holds nothing back, so its band is a plan', () => {
  const [lane] = lanesOf([releaseOf({ windows: [windowOf({})] })], RANGE, NOW);
  expect(lane?.tracks[0]?.bands[0]?.kind).toBe('planned');
});

test('what is released is public from its moment to now, or to when it was put back', () => {
  const window = windowOf({ state: 'released', instant: '2026-11-24T00:00:00.000Z' });
  const later = at('2026-12-01T00:00:00Z');
  const [lane] = lanesOf([releaseOf({ windows: [window], state: 'released' })], RANGE, later);
  expect(lane?.tracks[0]?.bands).toEqual([{ kind: 'public', from: 1 / 28, to: 8 / 28 }]);
  const rollBack = { by: 'publisher', at: '2026-11-26T00:00:00.000Z', changedSince: [] };
  const [back] = lanesOf([releaseOf({ windows: [window], state: 'rolled-back', rollBack })], RANGE, later);
  expect(back?.tracks[0]?.bands).toEqual([{ kind: 'public', from: 1 / 28, to: 3 / 28 }]);
});

test('the release whose moment comes next is first, those without one last', () => {
  const soon = releaseOf({ releaseId: 'soon', windows: [windowOf({ instant: '2026-11-25T00:00:00.000Z' })] });
  const later = releaseOf({ releaseId: 'later', windows: [windowOf({ instant: '2026-12-25T00:00:00.000Z' })] });
  const empty = releaseOf({ releaseId: 'empty', updatedAt: '2026-11-22T00:00:00.000Z' });
  const newer = releaseOf({ releaseId: 'newer', updatedAt: '2026-11-23T00:00:00.000Z' });
  expect(inOrder([empty, later, newer, soon]).map(({ releaseId }) => releaseId)).toEqual([
    'soon',
    'later',
    'newer',
    'empty',
  ]);
});
