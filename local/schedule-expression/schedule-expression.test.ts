import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCron } from './cron.ts';
import { compileRate } from './rate.ts';
import { isTimeZone, momentsOf, wallTime } from './time-zone.ts';
import { inZone } from './zoned.ts';

const at = (text: string): number => Date.parse(text.length > 10 ? `${text}:00Z` : `${text}T00:00:00Z`);
const shown = (moment: number | undefined): string =>
  moment === undefined ? 'never' : new Date(moment).toISOString().slice(0, 16);
const runs = (expression: string, from: string, count = 3, zone?: string): string[] => {
  const compiled = compileCron(expression);
  if (!compiled) return ['refused'];
  const next = zone === undefined ? compiled : inZone(compiled, zone);
  const found: string[] = [];
  for (let moment: number | undefined = at(from); found.length < count; ) {
    moment = next(moment);
    found.push(shown(moment));
    if (moment === undefined) break;
  }
  return found;
};

describe('cron', () => {
  test.each<[string, string, string[]]>([
    ['0 10 * * ? *', '2026-01-01T10:00', ['2026-01-02T10:00', '2026-01-03T10:00', '2026-01-04T10:00']],
    ['15 12 * * ? *', '2026-01-01T12:14', ['2026-01-01T12:15', '2026-01-02T12:15', '2026-01-03T12:15']],
    ['0 18 ? * MON-FRI *', '2026-01-02T18:00', ['2026-01-05T18:00', '2026-01-06T18:00', '2026-01-07T18:00']],
    ['0 8 1 * ? *', '2026-01-01T08:00', ['2026-02-01T08:00', '2026-03-01T08:00', '2026-04-01T08:00']],
    ['0/10 * ? * MON-FRI *', '2026-01-01T00:00', ['2026-01-01T00:10', '2026-01-01T00:20', '2026-01-01T00:30']],
    ['0/5 8-17 ? * 2-6 *', '2026-01-02T17:55', ['2026-01-05T08:00', '2026-01-05T08:05', '2026-01-05T08:10']],
    ['0 9 ? * 2#1 *', '2026-01-01', ['2026-01-05T09:00', '2026-02-02T09:00', '2026-03-02T09:00']],
    ['0 9 ? * 6L *', '2026-01-01', ['2026-01-30T09:00', '2026-02-27T09:00', '2026-03-27T09:00']],
    ['0 9 ? * FRIL *', '2026-01-01', ['2026-01-30T09:00', '2026-02-27T09:00', '2026-03-27T09:00']],
    ['0 9 ? * L *', '2026-01-01', ['2026-01-03T09:00', '2026-01-10T09:00', '2026-01-17T09:00']],
    ['0 9 ? * 1 *', '2026-01-01', ['2026-01-04T09:00', '2026-01-11T09:00', '2026-01-18T09:00']],
    ['0 9 L * ? *', '2028-01-31T09:00', ['2028-02-29T09:00', '2028-03-31T09:00', '2028-04-30T09:00']],
    ['0 9 3W * ? *', '2026-01-01', ['2026-01-02T09:00', '2026-02-03T09:00', '2026-03-03T09:00']],
    ['0 9 1W 8 ? *', '2026-01-01', ['2026-08-03T09:00', '2027-08-02T09:00', '2028-08-01T09:00']],
    ['0 0 29 2 ? *', '2026-01-01', ['2028-02-29T00:00', '2032-02-29T00:00', '2036-02-29T00:00']],
    ['0 0 1 JAN,jul ? 2026-2027/1', '2026-01-01', ['2026-07-01T00:00', '2027-01-01T00:00', '2027-07-01T00:00']],
    ['30 1 1 1 ? 2030', '2026-01-01', ['2030-01-01T01:30', 'never']],
    ['0 0 30 2 ? *', '2026-01-01', ['never']],
    ['0 0 1 1 ? 2020', '2026-01-01', ['never']],
  ])('%s', (expression, from, expected) => {
    expect(runs(expression, from)).toEqual(expected);
  });

  test.each([
    '* * * * * *',
    '0 10 ? * ? *',
    '0 10 * * ?',
    '0 10 * * ? * *',
    '60 10 * * ? *',
    '0 24 * * ? *',
    '0 10 0 * ? *',
    '0 10 32 * ? *',
    '0 10 * 13 ? *',
    '0 10 ? * 0 *',
    '0 10 ? * 8 *',
    '0 10 ? * MON#6 *',
    '0 10 * * ? 1969',
    '0 10 * * ? 2200',
    '5-1 10 * * ? *',
    '0/0 10 * * ? *',
    '0 10 * FOO ? *',
    '0 10 W * ? *',
    '0 10 32W * ? *',
    '? 10 * * ? *',
    '',
  ])('refuses "%s"', (expression) => {
    expect(compileCron(expression)).toBeUndefined();
  });

  test('is due exactly at the minutes that its fields hold', () => {
    const value = (least: number, most: number) => fc.integer({ min: least, max: most });
    const fields = fc.record({
      minutes: fc.uniqueArray(value(0, 59), { minLength: 1, maxLength: 3 }),
      hours: fc.uniqueArray(value(0, 23), { minLength: 1, maxLength: 3 }),
      days: fc.uniqueArray(value(1, 7), { minLength: 1, maxLength: 7 }),
      months: fc.uniqueArray(value(1, 12), { minLength: 6, maxLength: 12 }),
    });
    fc.assert(
      fc.property(fields, fc.integer({ min: 0, max: 10_000 }), ({ minutes, hours, days, months }, offset) => {
        const after = Date.UTC(2026, 0, 1) + offset * 3_600_000;
        const next = compileCron(`${minutes} ${hours} ? ${months} ${days} *`)?.(after) ?? 0;
        const holds = (moment: number): boolean => {
          const date = new Date(moment);
          return (
            minutes.includes(date.getUTCMinutes()) &&
            hours.includes(date.getUTCHours()) &&
            days.includes(date.getUTCDay() + 1) &&
            months.includes(date.getUTCMonth() + 1)
          );
        };
        expect(next).toBeGreaterThan(after);
        expect(holds(next)).toBe(true);
        // None in between: whole hours that hold nothing are passed over.
        for (let hour = after - (after % 3_600_000); hour < next; hour += 3_600_000) {
          const date = new Date(hour);
          const mayHold =
            hours.includes(date.getUTCHours()) &&
            days.includes(date.getUTCDay() + 1) &&
            months.includes(date.getUTCMonth() + 1);
          if (!mayHold) continue;
          for (const minute of minutes) {
            const moment = hour + minute * 60_000;
            if (moment > after && moment < next) expect(shown(moment)).toBe('not passed over');
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a time zone', () => {
  test('a daily time stays the same on the wall when the clocks change', () => {
    expect(runs('0 9 * * ? *', '2026-03-28T09:00', 2, 'Europe/Berlin')).toEqual([
      '2026-03-29T07:00',
      '2026-03-30T07:00',
    ]);
    expect(runs('0 9 * * ? *', '2026-10-24T08:00', 2, 'Europe/Berlin')).toEqual([
      '2026-10-25T08:00',
      '2026-10-26T08:00',
    ]);
  });

  test('a time that the clock skips is left out', () => {
    expect(runs('30 2 * * ? *', '2026-03-07T08:00', 2, 'America/New_York')).toEqual([
      '2026-03-09T06:30',
      '2026-03-10T06:30',
    ]);
  });

  test('a time that the clock shows twice counts once', () => {
    expect(runs('30 1 * * ? *', '2026-10-31T12:00', 2, 'America/New_York')).toEqual([
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ]);
    expect(runs('0/30 1 1 11 ? *', '2026-10-31T12:00', 3, 'America/New_York')).toEqual([
      '2026-11-01T05:00',
      '2026-11-01T05:30',
      '2027-11-01T05:00',
    ]);
  });

  test('every moment is among those of the time that its zone shows', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2090, 0) / 60_000 }),
        (zone, minute) => {
          const moments = momentsOf(wallTime(minute * 60_000, zone), zone);
          expect(moments).toContain(minute * 60_000);
          expect(moments.length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  test('is known by its name', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Base', '+02:00', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test('a rate is a whole number of minutes, hours or days', () => {
  const strict = (text: string) => compileRate(text, { strict: true });
  expect(['1 minute', '5 minutes', '1 hour', '2 days'].map(strict)).toEqual([60_000, 300_000, 3_600_000, 172_800_000]);
  for (const text of ['1 minutes', '5 minute', '0 minutes', '-1 day', '1.5 hours', '5 seconds', '5', 'minutes'])
    expect(strict(text), text).toBeUndefined();
  expect(compileRate('1 minutes', { strict: false })).toBe(60_000);
});
