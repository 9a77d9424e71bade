/** What English says times in: day before month, 24 hours. */
const ENGLISH = 'en-GB';

const PARTS = {
  time: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  shortTime: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  dayOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
  exact: {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, timeZoneName: 'longOffset' },
  },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** To make one takes longer than to use it a hundred times. */
const made = new Map<string, Intl.DateTimeFormat>();

const said = (at: Date, parts: keyof typeof PARTS, locale: string): string => {
  const key = `${parts} ${locale}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...PARTS[parts] });
  made.set(key, format);
  return format.format(at);
};

const isSameDay = (one: Date, other: Date): boolean => one.toDateString() === other.toDateString();

/** A time in the viewer's zone, as short as it stays clear beside `now`: `14:02:09`, `20 Nov, 17:30`, `20 Nov 2025, 17:30`. */
export const formatTime = (at: Date, now: Date = new Date(), locale: string = ENGLISH): string => {
  if (isSameDay(at, now)) return said(at, 'time', locale);
  const day = said(at, at.getFullYear() === now.getFullYear() ? 'day' : 'dayOfYear', locale);
  return `${day}, ${said(at, 'shortTime', locale)}`;
};

/** The same in a sentence: `today, 14:02:09`. */
export const formatMoment = (at: Date, now: Date = new Date(), locale: string = ENGLISH, today = 'today'): string =>
  isSameDay(at, now) ? `${today}, ${said(at, 'time', locale)}` : formatTime(at, now, locale);

/** To the millisecond, with its zone: for a tooltip and for whoever compares logs. */
export const formatExact = (at: Date, locale: string = ENGLISH): string => said(at, 'exact', locale);

/** Hours and minutes, for axes. */
export const formatHour = (at: Date): string => said(at, 'shortTime', ENGLISH);
