/** A moment as events have it: ISO 8601 in UTC, to the second. */
export const isoSecond = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
