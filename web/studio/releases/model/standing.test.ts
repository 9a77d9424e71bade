import { expect, test } from 'vitest';
import { actionsOf, detailsOf, differing, nextWindow, sameDetails } from './standing.ts';
import { releaseOf, windowOf } from './testing.ts';

const items = [{ itemId: 'nine-lamps' }];
const windows = [windowOf({})];
const released = [windowOf({ state: 'released' })];

test.each([
  ['an empty draft', releaseOf({}), ['remove']],
  ['a draft with a moment', releaseOf({ items, windows }), ['schedule', 'go', 'remove', 'rehearse']],
  [
    'one that is scheduled',
    releaseOf({ items, windows, state: 'scheduled', scheduledBy: 'p' }),
    ['callOff', 'go', 'rehearse'],
  ],
  ['one that is being released', releaseOf({ items, windows, state: 'releasing', scheduledBy: 'p' }), ['rehearse']],
  [
    'one that is released',
    releaseOf({ items, windows: released, state: 'released', scheduledBy: 'p' }),
    ['rollBack', 'rehearse'],
  ],
  [
    'one that is released in part',
    releaseOf({ items, windows: [...released, ...windows], state: 'partly-released', scheduledBy: 'p' }),
    ['callOff', 'go', 'rollBack', 'rehearse'],
  ],
  [
    'one that failed',
    releaseOf({ items, windows: [windowOf({ state: 'failed' })], state: 'failed', scheduledBy: 'p' }),
    ['schedule', 'go', 'rehearse'],
  ],
])('%s', (_, release, expected) => {
  const offered = Object.entries(actionsOf(release)).flatMap(([name, isOffered]) => (isOffered ? [name] : []));
  expect(offered).toEqual(expected);
});

test('the next window is the earliest that waits; a release that was put back has none', () => {
  const later = windowOf({ windowId: 'later', instant: '2026-12-09T00:00:00.000Z' });
  expect(nextWindow(releaseOf({ windows: [later, ...windows, ...released] }))?.windowId).toBe('w');
  expect(nextWindow(releaseOf({ windows, state: 'rolled-back' }))).toBeUndefined();
});

test('what people say of it is compared without what happens by itself', () => {
  const before = detailsOf(releaseOf({ items, windows }));
  expect(sameDetails(before, detailsOf(releaseOf({ items, windows: released })))).toBe(true);
  expect(differing(before, { ...before, name: 'Finale', items: [] })).toEqual(['name', 'items']);
});
