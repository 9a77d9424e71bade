import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedIn, type Embargo, embargoesOfAsset, embargoesOfItem, isOpen, opensAt, ownEmbargo } from './embargo.ts';

const NOON = Date.parse('2026-12-04T12:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number): string => new Date(NOON + hours * HOUR).toISOString();
const release = (...windows: [territories: string[], hours: number][]): Embargo => ({
  ...{ kind: 'release', releaseId: 'r', name: 'Launch' },
  windows: windows.map(([territories, hours]) => ({ territories, instant: at(hours) })),
});

describe('a release', () => {
  const launch = release([['GB', 'IE'], 0], [['JP'], 9], [['*'], 12]);

  test.each([
    ['GB', 0],
    ['IE', 0],
    ['JP', 9],
    ['FR', 12],
    [undefined, 12],
  ])('opens in %s with its own window, else with that of everywhere', (territory, hours) => {
    expect(opensAt(launch, territory)).toBe(NOON + hours * HOUR);
    expect(isOpen([launch], territory, NOON + hours * HOUR - 1)).toBe(false);
    expect(isOpen([launch], territory, NOON + hours * HOUR)).toBe(true);
  });

  test('without a window for everywhere stays closed where none is named', () => {
    const here = release([['GB'], 0]);
    expect(opensAt(here, 'FR')).toBe(Number.POSITIVE_INFINITY);
    expect(isOpen([here], undefined, NOON + 1e9)).toBe(false);
  });

  test('says where of a scope it holds something back', () => {
    expect(closedIn([launch], { only: ['GB'] }, NOON)).toEqual([]);
    expect(closedIn([launch], { only: ['GB', 'JP'] }, NOON)).toMatchObject([{ territory: 'JP' }]);
    expect(closedIn([launch], { except: [] }, NOON + 9 * HOUR)).toMatchObject([{ territory: '*' }]);
    expect(closedIn([launch], { except: ['JP'] }, NOON + 12 * HOUR)).toEqual([]);
    expect(closedIn([release([['*'], 0], [['JP'], 9])], { except: ['JP'] }, NOON)).toEqual([]);
    expect(closedIn([release([['*'], 0], [['JP'], 9])], { except: [] }, NOON)).toMatchObject([{ territory: 'JP' }]);
  });
});

test('everything that holds something back has to have ended', () => {
  const territory = fc.constantFrom(undefined, 'GB', 'JP', 'FR');
  const window = fc.tuple(fc.constantFrom(['GB'], ['JP'], ['*']), fc.integer({ min: -5, max: 5 }));
  const embargo = fc.oneof(
    fc.integer({ min: -5, max: 5 }).map((hours): Embargo => ({ kind: 'until', instant: at(hours) })),
    fc
      .array(window, { maxLength: 3 })
      .map((windows) => release(...windows.map(([where, hours]): [string[], number] => [[...where], hours]))),
  );
  fc.assert(
    fc.property(
      fc.array(embargo, { maxLength: 4 }),
      territory,
      fc.integer({ min: -6, max: 6 }),
      (all, where, hours) => {
        const now = NOON + hours * HOUR;
        expect(isOpen(all, where, now)).toBe(all.every((each) => isOpen([each], where, now)));
        // It never closes again by time alone.
        if (isOpen(all, where, now)) expect(isOpen(all, where, now + HOUR)).toBe(true);
        const scope = where === undefined ? { except: ['GB', 'JP'] } : { only: [where] };
        expect(closedIn(all, scope, now).length === 0).toBe(isOpen(all, where, now));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('items and assets are held back by what they carry and by the releases that have them', () => {
  const armed = [
    { releaseId: 'r', name: 'Launch', items: [{ itemId: 'one' }], assets: ['a'], windows: [] },
    { releaseId: 's', name: 'Other', items: [], assets: [], windows: [] },
  ];
  const embargoUntil = { at: '2026-12-04T13:00', zone: 'Europe/London' };
  const own = { kind: 'until', instant: '2026-12-04T13:00:00.000Z' };
  expect(embargoesOfItem('one', { embargoUntil }, armed)).toMatchObject([own, { releaseId: 'r' }]);
  expect(embargoesOfAsset({ assetId: 'a', embargoUntil }, armed)).toMatchObject([own, { releaseId: 'r' }]);
  expect([embargoesOfItem('two', {}, armed), embargoesOfAsset({ assetId: 'b' }, armed)]).toEqual([[], []]);
  for (const odd of [undefined, 'soon', { at: '2026-12-04T13:00' }, 7])
    expect(ownEmbargo({ embargoUntil: odd })).toEqual([]);
});
