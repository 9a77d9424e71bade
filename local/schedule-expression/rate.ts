const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * The period of `<value> <unit>` in milliseconds; undefined for what AWS refuses. With `strict`, as rules have it, the unit
 * stands in the singular after 1 and in the plural after any other number.
 */
export const compileRate = (expression: string, { strict }: { strict: boolean }): number | undefined => {
  const [, value = '', unit = '', plural] = /^\s*(\d+)\s+(minute|hour|day)(s?)\s*$/.exec(expression) ?? [];
  const count = Number(value);
  const period = UNITS[unit];
  if (period === undefined || count < 1 || !Number.isSafeInteger(count * period)) return undefined;
  return strict && (count === 1) === (plural === 's') ? undefined : count * period;
};
