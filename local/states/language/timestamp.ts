const OFFSET_DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since the epoch of an ISO-8601 extended offset date-time, or undefined where the text is none. */
export const parseTimestamp = (text: string): number | undefined => {
  const parts = OFFSET_DATE_TIME.exec(text);
  if (!parts) return undefined;
  const [month, day, hour, minute, second] = parts.slice(2, 7).map((part) => Number(part ?? 0));
  const valid = within(month, 1, 12) && within(day, 1, 31) && within(hour, 0, 23) && within(minute, 0, 59);
  const time = valid && within(second, 0, 59) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
};

const within = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && value >= least && value <= most;
