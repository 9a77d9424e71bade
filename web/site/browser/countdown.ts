const MINUTE = 60_000;
const UNITS = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** "3 days, 4 hours, 10 minutes", in the page's language; `minutes` is at least 1. */
export const leftText = (minutes: number, locale: string): string => {
  let rest = minutes;
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const value = Math.floor(rest / size);
    rest %= size;
    if (value === 0 && (unit !== 'minute' || parts.length > 0)) continue;
    parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value));
  }
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts);
};

/** Counts down to a moment by the minute. Nothing announces it: who listens reads the date. */
export const countdown = (place: Element): void => {
  const { until = '', left = '', open = '' } = (place as HTMLElement).dataset;
  const { lang } = document.documentElement;
  const tell = (): void => {
    const minutes = Math.ceil((Date.parse(until) - Date.now()) / MINUTE);
    place.textContent = minutes > 0 ? left.replace('{time}', leftText(minutes, lang)) : open;
    if (minutes > 0) setTimeout(tell, MINUTE - (Date.now() % MINUTE) + 50);
  };
  tell();
};
