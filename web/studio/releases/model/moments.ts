import { Temporal } from 'temporal-polyfill';
import { localOf } from '../../app/zoned.ts';

const format = (locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone, ...options });

const yearOf = (instant: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).year;

/** A day in a zone: `Fri 4 Dec`, with its year where it is not that of `now`. */
export const dayWords = (instant: number, zone: string, locale: string, now: number): string => {
  const weekday = format(locale, zone, { weekday: 'short' }).format(instant);
  const year = yearOf(instant, zone) === yearOf(now, zone) ? {} : { year: 'numeric' as const };
  return `${weekday} ${format(locale, zone, { day: 'numeric', month: 'short', ...year }).format(instant)}`;
};

/** The time of day in a zone: `20:00`. */
export const timeWords = (instant: number, zone: string, locale: string): string =>
  format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

/** A moment in a zone: `Fri 4 Dec, 20:00`. */
export const momentWords = (instant: number, zone: string, locale: string, now: number): string =>
  `${dayWords(instant, zone, locale, now)}, ${timeWords(instant, zone, locale)}`;

/** Whether the clocks of two places tell the same at a moment. */
export const isSameClock = (instant: number, zone: string, other: string): boolean =>
  localOf(instant, zone) === localOf(instant, other);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far away a moment is, in the largest unit that says enough: `in 12 days`, `in 3 hours`, `2 minutes ago`. */
export const countdown = (instant: number, now: number, locale: string): string => {
  const away = instant - now;
  const size = Math.abs(away);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  if (size >= 36 * HOUR) return words.format(Math.round(away / DAY), 'day');
  if (size >= 90 * MINUTE) return words.format(Math.round(away / HOUR), 'hour');
  if (size >= 90 * SECOND) return words.format(Math.round(away / MINUTE), 'minute');
  return words.format(Math.round(away / SECOND), 'second');
};
