import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf as instantOfApi } from '../../../services/content/model/time.ts';
import { cityOf, instantOf, localOf } from './zoned.ts';

const ofApi = (at: string, zone: string): number | undefined => {
  try {
    return instantOfApi({ at, zone });
  } catch {
    return undefined;
  }
};

test('a local time is the moment that the API takes it for, also where clocks change', () => {
  const zone = fc.constantFrom(
    ...['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC', 'Pacific/Apia'],
  );
  const minutes = fc.oneof(
    fc.integer({ min: 0, max: 3 * 366 * 24 * 60 }),
    // The nights on which clocks change, every quarter of an hour.
    fc
      .tuple(fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05'), fc.nat(23))
      .map(([day, quarter]) => (Date.parse(`${day}T00:00Z`) - Date.UTC(2025, 0)) / 60_000 + quarter * 15),
  );
  fc.assert(
    fc.property(zone, minutes, (place, minute) => {
      const at = new Date(Date.UTC(2025, 0) + minute * 60_000).toISOString().slice(0, 16);
      expect(instantOf(at, place), `${at} in ${place}`).toBe(ofApi(at, place));
    }),
  );
});

test('what is no time or no zone is no moment', () => {
  for (const [at, zone] of [
    ['', 'UTC'],
    ['2026-12-04', 'Europe/Atlantis'],
    ['2026-03-29T01:30', 'Europe/London'],
  ]) {
    expect(instantOf(at ?? '', zone ?? '')).toBeUndefined();
  }
});

test('a moment is what clocks of the place show', () => {
  const instant = Date.UTC(2026, 11, 4, 20);
  expect(localOf(instant, 'Europe/Madrid')).toBe('2026-12-04T21:00');
  expect(localOf(instant, 'America/New_York')).toBe('2026-12-04T15:00');
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test.each([
  [{ at: '2026-12-04T20:00', zone: 'Europe/London' }, '2026-12-04T20:00:00Z'],
  [{ at: '2026-07-04T20:00', zone: 'Europe/London' }, '2026-07-04T19:00:00Z'],
  [{ at: '2026-12-04T20:00', zone: 'America/New_York' }, '2026-12-05T01:00:00Z'],
  [{ at: '2026-10-25T01:30', zone: 'Europe/London' }, '2026-10-25T00:30:00Z'],
])('%o is one moment, the earlier one where clocks tell it twice', ({ at, zone }, expected) => {
  expect(instantOf(at, zone)).toBe(Date.parse(expected));
});

test.each([
  { at: '2026-03-29T01:30', zone: 'Europe/London' },
  { at: '2026-02-30T20:00', zone: 'Europe/London' },
  { at: '', zone: 'Europe/London' },
  { at: '2026-12-04T20:00', zone: 'Europe/Lndon' },
])('%o is no moment: clocks, the calendar or the map leave it out', ({ at, zone }) => {
  expect(instantOf(at, zone)).toBeUndefined();
});
