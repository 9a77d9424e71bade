import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Line } from './text.ts';

const isZone = (zone: string): boolean => {
  try {
    // An offset such as +01:00 would parse as well, but tells no place and knows no summer.
    return /^[A-Z]/.test(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/** A day of the calendar: `2026-12-04`. */
export const Day = z.iso.date('expected a day such as 2026-12-04 that the calendar has').meta({ editor: 'day' });

/** A time zone by its IANA name. */
export const Zone = z.string().refine(isZone, 'expected a time zone such as Europe/London');

const Shape = z.strictObject({
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'expected a local time such as 2026-12-04T20:00, without an offset'),
  zone: Zone,
});

/** The moment of a local time: the earlier one of two where clocks go back. Undefined where clocks or the calendar skip it. */
const momentOf = ({ at, zone }: z.infer<typeof Shape>): Temporal.ZonedDateTime | undefined => {
  try {
    const local = Temporal.PlainDateTime.from(at, { overflow: 'reject' });
    const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return zoned.toPlainDateTime().equals(local) ? zoned : undefined;
  } catch {
    return undefined;
  }
};

const exists = (time: z.infer<typeof Shape>, context: z.RefinementCtx): void => {
  if (momentOf(time)) return;
  const message = `there is no ${time.at.replace('T', ' ')} in ${time.zone}: the calendar or the change of clocks leaves it out`;
  context.addIssue({ code: 'custom', path: ['at'], message });
};

/** A time as its place's clocks tell it. */
export const LocalTime = Shape.superRefine(exists).meta({ editor: 'time' });
export type LocalTime = z.infer<typeof LocalTime>;

/** When something opens: a moment of its place, or a day alone. */
export const Opening = z
  .strictObject({ ...Shape.partial().shape, place: Line.optional(), day: Day.optional() })
  .superRefine(({ at, zone, day }, context) => {
    if (day !== undefined && at === undefined && zone === undefined) return;
    if (day === undefined && at !== undefined && zone !== undefined) return exists({ at, zone }, context);
    context.addIssue({ code: 'custom', message: 'expected either a day, or a local time `at` with its `zone`' });
  })
  .meta({ editor: 'opening' });
export type Opening = z.infer<typeof Opening>;

/** Milliseconds since the epoch. Throws `RangeError` for a time that does not exist. */
export const instantOf = (time: LocalTime): number => {
  const moment = momentOf(time);
  if (!moment) throw new RangeError(`There is no ${time.at} in ${time.zone}.`);
  return moment.epochMilliseconds;
};

/** The city of a zone: `America/New_York` is New York. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
