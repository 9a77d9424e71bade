const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formats.set(zone, made);
  return made;
};

/** What clocks of a zone show at a moment: `2026-12-04T20:00`. Throws `RangeError` where there is no such zone. */
export const localOf = (instant: number, zone: string): string => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month, day, hour, minute, second } = parts;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
};

const wanted = (at: string): string => at.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):00$/, '$1');

/**
 * The moment of a local time, in milliseconds since the epoch: the earlier of two where clocks go back. Undefined where the calendar
 * or the clocks leave it out, where it is not whole, or where there is no such zone.
 */
export const instantOf = (at: string, zone: string): number | undefined => {
  const asIfUtc = Date.parse(`${at}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  try {
    const offsetAt = (instant: number): number => Date.parse(`${localOf(instant, zone)}Z`) - instant;
    // Offsets of a day before and after are all that can hold there.
    const offsets = [...new Set([offsetAt(asIfUtc - 26 * HOUR), offsetAt(asIfUtc), offsetAt(asIfUtc + 26 * HOUR)])];
    const moments = offsets
      .map((offset) => asIfUtc - offset)
      .filter((moment) => localOf(moment, zone) === wanted(at))
      .sort((one, other) => one - other);
    return moments[0];
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
