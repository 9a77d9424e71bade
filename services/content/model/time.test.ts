import { describe, expect, test } from 'vitest';
import { cityOf, instantOf, LocalTime, Opening } from './time.ts';

const instant = (at: string, zone: string): string => new Date(instantOf({ at, zone })).toISOString();

describe('a local time', () => {
  test.each([
    ['2026-12-04T20:00', 'Europe/London', '2026-12-04T20:00:00.000Z'],
    ['2026-07-04T20:00', 'Europe/London', '2026-07-04T19:00:00.000Z'],
    ['2026-12-04T20:00:30', 'Asia/Kathmandu', '2026-12-04T14:15:30.000Z'],
    ['2028-02-29T00:00', 'UTC', '2028-02-29T00:00:00.000Z'],
  ])('%s in %s is %s', (at, zone, expected) => {
    expect(instant(at, zone)).toBe(expected);
  });

  test('that comes twice because clocks go back is the earlier one', () => {
    expect(instant('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
    expect(instant('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(instant('2026-04-05T01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z');
  });

  test.each([
    ['2026-03-29T01:30', 'Europe/London'],
    ['2026-03-08T02:00', 'America/New_York'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
    ['2026-02-29T12:00', 'UTC'],
    ['2026-04-31T12:00', 'UTC'],
    ['2026-12-04T24:00', 'UTC'],
  ])('that clocks or the calendar leave out is refused: %s in %s', (at, zone) => {
    const [issue] = LocalTime.safeParse({ at, zone }).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ['at'], message: expect.stringContaining(`in ${zone}`) });
    expect(() => instantOf({ at, zone })).toThrow(RangeError);
  });

  test('right before and after what is left out is there', () => {
    expect(instant('2026-03-29T00:59', 'Europe/London')).toBe('2026-03-29T00:59:00.000Z');
    expect(instant('2026-03-29T02:00', 'Europe/London')).toBe('2026-03-29T01:00:00.000Z');
  });

  test.each([
    ['2026-12-04', 'UTC', 'at'],
    ['2026-12-04T20:00Z', 'UTC', 'at'],
    ['2026-12-04T20:00+01:00', 'UTC', 'at'],
    ['2026-12-04T20:00', '+01:00', 'zone'],
    ['2026-12-04T20:00', 'utc', 'zone'],
    ['2026-12-04T20:00', 'Europe/Atlantis', 'zone'],
  ])('has no offset, and a zone that is a place: %s in %s', (at, zone, field) => {
    expect(LocalTime.safeParse({ at, zone }).error?.issues[0]?.path).toEqual([field]);
  });
});

describe('an opening', () => {
  test.each([{ day: '2026-12-04' }, { at: '2026-12-04T20:00', zone: 'Europe/London', place: { en: 'Soho' } }])(
    'is a day or a moment: %j',
    (value) => {
      expect(Opening.parse(value)).toEqual(value);
    },
  );

  test.each([
    {},
    { at: '2026-12-04T20:00' },
    { zone: 'UTC' },
    { day: '2026-12-04', at: '2026-12-04T20:00', zone: 'UTC' },
    { day: '2026-02-30' },
    { at: '2026-03-29T01:30', zone: 'Europe/London' },
  ])('is not both, not half of one and not what does not exist: %j', (value) => {
    expect(Opening.safeParse(value).success).toBe(false);
  });
});

test('a zone is told by its city', () => {
  expect(['America/New_York', 'America/Argentina/Buenos_Aires', 'UTC'].map(cityOf)).toEqual([
    'New York',
    'Buenos Aires',
    'UTC',
  ]);
});
