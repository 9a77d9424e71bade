const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const padded = (number: number): string => String(number).padStart(2, '0');

/** A duration in milliseconds as consoles say it: `38 ms`, `1.16 s`, `9.2 s`, `48.6 s`, `8 m 10 s`, `3 h 05 m`, `2 d 4 h`. */
export const formatDuration = (milliseconds: number): string => {
  const ms = Math.max(0, milliseconds);
  if (ms < 1) return ms === 0 ? '0 ms' : `${ms.toFixed(1)} ms`;
  if (Math.round(ms) < SECOND) return `${Math.round(ms)} ms`;
  if (ms < 9.995 * SECOND) return `${Number((ms / SECOND).toFixed(2))} s`;
  if (ms < 59.95 * SECOND) return `${(ms / SECOND).toFixed(1)} s`;
  const seconds = Math.round(ms / SECOND);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} m ${padded(seconds % 60)} s`;
  const minutes = Math.round(ms / MINUTE);
  if (ms < DAY) return `${Math.floor(minutes / 60)} h ${padded(minutes % 60)} m`;
  const hours = Math.round(ms / HOUR);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
};

/** An age, in the largest unit that says enough: `12 s`, `26 min`, `3 h`, `2 days`. */
export const formatAge = (milliseconds: number, locale = 'en-GB'): string => {
  const ms = Math.max(0, milliseconds);
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} h`;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
    Math.floor(ms / DAY),
  );
};
