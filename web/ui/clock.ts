const parts = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { hourCycle: 'h23', ...options });

const TIME = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const SHORT_TIME = parts({ hour: '2-digit', minute: '2-digit' });
const DAY = parts({ day: 'numeric', month: 'short' });
const DAY_OF_YEAR = parts({ day: 'numeric', month: 'short', year: 'numeric' });
const EXACT = parts({
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, timeZoneName: 'longOffset' },
});

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString();

/** A time in the viewer's zone, as short as it stays clear beside `now`: `14:02:09`, `20 Nov, 17:30`, `20 Nov 2025, 17:30`. */
export const formatTime = (at: Date, now: Date = new Date()): string => {
  if (isSameDay(at, now)) return TIME.format(at);
  const day = at.getFullYear() === now.getFullYear() ? DAY : DAY_OF_YEAR;
  return `${day.format(at)}, ${SHORT_TIME.format(at)}`;
};

/** The same in a sentence: `today, 14:02:09`. */
export const formatMoment = (at: Date, now: Date = new Date()): string =>
  isSameDay(at, now) ? `today, ${TIME.format(at)}` : formatTime(at, now);

/** To the millisecond, with its zone: for a tooltip and for whoever compares logs. */
export const formatExact = (at: Date): string => EXACT.format(at);

/** Hours and minutes, for axes. */
export const formatHour = (at: Date): string => SHORT_TIME.format(at);
