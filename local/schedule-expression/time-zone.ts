import { remember } from '../remember.ts';

const formats = remember(50, (zone: string) => {
  const parts = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  };
  return new Intl.DateTimeFormat('en-US', {
    ...parts,
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
  } as Intl.DateTimeFormatOptions);
});

/** Whether the time zone database has a name. An offset such as `+02:00` is no name. */
export const isTimeZone = (zone: string): boolean => {
  if (/^[+-]/.test(zone)) return false;
  try {
    return formats(zone) !== undefined;
  } catch {
    return false;
  }
};

/** What a clock on the wall shows in a zone, as the milliseconds at which one in UTC shows the same. */
export const wallTime = (moment: number, zone: string): number => {
  const second = Math.floor(moment / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formats(zone).formatToParts(second)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) + (moment - second);
};

const DAY = 86_400_000;

/**
 * The moments at which a zone's clock shows a time, earliest first: none where the clock was put forward past it, two
 * where it was put back over it.
 */
export const momentsOf = (wall: number, zone: string): number[] => {
  const offsets = [-DAY, 0, DAY].map((apart) => wallTime(wall + apart, zone) - (wall + apart));
  const candidates = [...new Set(offsets)].map((offset) => wall - offset);
  return candidates.filter((moment) => wallTime(moment, zone) === wall).sort((one, other) => one - other);
};
