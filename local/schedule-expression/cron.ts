import { Cron } from 'croner';

/** The moment after another, both in milliseconds, at which a schedule is due; undefined where it never is again. */
export type Next = (after: number) => number | undefined;

type Field = { least: number; most: number; names?: readonly string[] };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html */
const FIELDS = {
  minutes: { least: 0, most: 59 },
  hours: { least: 0, most: 23 },
  dayOfMonth: { least: 1, most: 31 },
  month: { least: 1, most: 12, names: MONTHS },
  dayOfWeek: { least: 1, most: 7, names: DAYS },
  year: { least: 1970, most: 2199 },
} as const satisfies Record<string, Field>;

/**
 * Compiles AWS's six fields (minutes, hours, day of month, month, day of week, year), on a clock that knows no time
 * zones; undefined for what AWS refuses. AWS counts the days of a week from 1, Sunday; one of both day fields must be `?`.
 */
export const compileCron = (expression: string): Next | undefined => {
  const fields = expression.trim().split(/\s+/);
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length !== 6 || (dayOfMonth === '?') === (dayOfWeek === '?')) return undefined;
  const translated = [
    '0',
    numbers(minutes, FIELDS.minutes),
    numbers(hours, FIELDS.hours),
    dayOfMonth === '?' ? '*' : monthDays(dayOfMonth),
    numbers(month, FIELDS.month),
    dayOfWeek === '?' ? '*' : weekDays(dayOfWeek),
    numbers(year, FIELDS.year),
  ];
  if (translated.includes(undefined)) return undefined;
  try {
    const cron = new Cron(translated.join(' '), { timezone: 'UTC', paused: true });
    return (after) => cron.nextRun(new Date(after))?.getTime();
  } catch {
    return undefined;
  }
};

/** Day of month: numbers, `L` the last day, `LW` the last weekday, `15W` the weekday nearest to the 15th. */
const monthDays = (field: string): string | undefined => {
  if (field === 'L' || field === 'LW') return field;
  const [, day] = /^(\d{1,2})W$/.exec(field) ?? [];
  if (day === undefined) return numbers(field, FIELDS.dayOfMonth);
  return Number(day) >= 1 && Number(day) <= 31 ? `${Number(day)}W` : undefined;
};

/** Day of week: numbers or names, `L` Saturday, `6L` the last Friday of the month, `3#2` its second Tuesday. */
const weekDays = (field: string): string | undefined => {
  if (field === 'L') return '6';
  const [, name = '', last, nth] = /^(\w+?)(?:(L)|#([1-5]))$/.exec(field) ?? [];
  if (name === '') return numbers(field, FIELDS.dayOfWeek, 1);
  const day = numberOf(name, FIELDS.dayOfWeek);
  if (day === undefined) return undefined;
  return `${day - 1}${last ?? `#${nth}`}`;
};

/** A list of values, ranges and steps as plain numbers, each less `shift`; undefined where it is none of the field. */
const numbers = (field: string, of: Field, shift = 0): string | undefined => {
  if (field === '*') return '*';
  const values = new Set<number>();
  for (const item of field.split(',')) {
    const [, from = '', to, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(item) ?? [];
    const first = from === '*' ? of.least : numberOf(from, of);
    // A step without a range goes on to the end of the field.
    const open = from === '*' || step !== undefined;
    const last = to === undefined ? (open ? of.most : first) : numberOf(to, of);
    if (first === undefined || last === undefined || last < first || (from === '*' && to !== undefined))
      return undefined;
    if (step !== undefined && Number(step) === 0) return undefined;
    for (let value = first; value <= last; value += Number(step ?? 1)) values.add(value - shift);
  }
  return [...values].sort((one, other) => one - other).join(',');
};

const numberOf = (text: string, { least, most, names }: Field): number | undefined => {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + least;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
};
