import { remember } from './remember.ts';
import type { Day, Moment } from './view.ts';
import { wordsOf } from './words.ts';

/** English without a country is written as in London: day before month, 24 hours. */
const written = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

const DAYS = {
  /** "Fri 4 Dec 2026" */
  short: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** "Fri 4 December" */
  headline: { weekday: 'short', day: 'numeric', month: 'long' },
  /** "Friday 4 December 2026" */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** "4 December 2026" */
  plain: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format takes a hundred times as long as using one. */
const formatOf = remember(200, (key) => {
  const [locale, options] = JSON.parse(key) as [string, Intl.DateTimeFormatOptions];
  return new Intl.DateTimeFormat(locale, options);
});

const format = (at: Date, locale: string, zone: string, options: Intl.DateTimeFormatOptions): string => {
  const text = formatOf(JSON.stringify([written(locale), { timeZone: zone, ...options }])).format(at);
  return written(locale) === 'en-GB' ? text.replace(/^(\p{L}+), /u, '$1 ') : text;
};

/** A day in words, in the place that it is told for. */
export const dayText = (when: Moment | Day, locale: string, form: keyof typeof DAYS = 'long'): string =>
  'day' in when
    ? format(new Date(`${when.day}T00:00:00Z`), locale, 'UTC', DAYS[form])
    : format(new Date(when.at), locale, when.zone, DAYS[form]);

/** "20:00" in the place's own time. */
export const clockText = ({ at, zone }: Moment, locale: string): string =>
  format(new Date(at), locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "20:00 in London". */
export const clockAndPlace = (moment: Moment, locale: string): string =>
  wordsOf(locale).at(clockText(moment, locale), moment.place);

/** "Friday 4 December 2026, 20:00 in London"; without the time for a day. */
export const fullText = (when: Moment | Day, locale: string): string =>
  'day' in when ? dayText(when, locale) : `${dayText(when, locale)}, ${clockAndPlace(when, locale)}`;

/** "12 November 2026" of a moment in UTC. */
export const publishedText = (at: string, locale: string): string =>
  dayText({ at, zone: 'UTC', place: '' }, locale, 'plain');

/** What machines read: a day, or a moment in UTC. */
export const machineTime = (when: Moment | Day): string => ('day' in when ? when.day : new Date(when.at).toISOString());

const unit = (value: number, name: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);

/** Seconds as people say them: "53 min", "1 min 42 sec". */
export const durationText = (seconds: number, locale: string): string => {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = [hours > 0 && unit(hours, 'hour', locale), minutes > 0 && unit(minutes, 'minute', locale)];
  if (whole < 600 && (rest > 0 || whole === 0)) parts.push(unit(rest, 'second', locale));
  return parts.filter(Boolean).join(' ');
};

/** Seconds as ISO 8601 has them: `PT1M42S`. */
export const isoDuration = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest || whole === 0 ? `${rest}S` : ''}`;
};

/** "2.3 MB". */
export const bytesText = (bytes: number, locale: string): string => {
  const [value, name] = bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [Math.max(1, bytes / 1e3), 'kilobyte'];
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', ...digits }).format(value);
};
