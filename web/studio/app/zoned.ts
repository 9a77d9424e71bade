import { Temporal } from 'temporal-polyfill';

/** A day and a time of day; a day alone would be taken for its midnight. */
const WHOLE = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** What clocks of a zone show at a moment: `2026-12-04T20:00`, with seconds where there are any. Throws `RangeError` where there is no such zone. */
export const localOf = (instant: number, zone: string): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: local.second === 0 ? 'minute' : 'second' });
};

/**
 * The moment of a local time, in milliseconds since the epoch: the earlier of two where clocks go back. Undefined where the calendar
 * or the clocks leave it out, where it is not whole, or where there is no such zone.
 */
export const instantOf = (at: string, zone: string): number | undefined => {
  if (!WHOLE.test(at)) return undefined;
  try {
    const local = Temporal.PlainDateTime.from(at, { overflow: 'reject' });
    const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return zoned.toPlainDateTime().equals(local) ? zoned.epochMilliseconds : undefined;
  } catch {
    return undefined;
  }
};

/** The zone of whoever reads this. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The city of a zone: `America/New_York` is New York. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** All zones, UTC too. */
export const ZONES: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
