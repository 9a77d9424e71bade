/** The time that a list is about, in milliseconds since 1970; without `to` it goes on with the clock. */
export type Period = { readonly from: number; readonly to?: number };

const MINUTE = 60_000;

export const PERIODS = [
  { value: '15m', label: '15 min', length: 15 * MINUTE, words: 'in the last 15 minutes' },
  { value: '1h', label: '1 h', length: 60 * MINUTE, words: 'in the last hour' },
  { value: '24h', label: '24 h', length: 24 * 60 * MINUTE, words: 'in the last 24 hours' },
  { value: '7d', label: '7 days', length: 7 * 24 * 60 * MINUTE, words: 'in the last 7 days' },
] as const;

export type PeriodName = (typeof PERIODS)[number]['value'];

/** The period of an address: a name, or two times with `..` between them; the last hour where it is neither. */
export const readPeriod = (text: string | null, now: number): Period & { name?: PeriodName; words: string } => {
  const named = PERIODS.find(({ value }) => value === text);
  if (named) return { from: now - named.length, name: named.value, words: named.words };
  const [from = Number.NaN, to = Number.NaN] = (text ?? '').split('..').map((time) => Date.parse(time));
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return { from, to, words: 'in the chosen time' };
  return { from: now - PERIODS[1].length, name: '1h', words: PERIODS[1].words };
};

export const writePeriod = ({ from, to }: { from: number; to: number }): string =>
  `${new Date(from).toISOString()}..${new Date(to).toISOString()}`;
