const patterns = new Map<string, RegExp>();

const patternOf = (locale: string): RegExp => {
  const known = patterns.get(locale);
  if (known) return known;
  const names = (options: Intl.DateTimeFormatOptions, days: number): string => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    const all = Array.from({ length: 12 }, (_, index) =>
      format.format(new Date(Date.UTC(2024, days === 7 ? 0 : index, days === 7 ? index + 1 : 1))),
    );
    return [...new Set(all)].join('|');
  };
  const [months, weekdays] = [names({ month: 'long' }, 12), names({ weekday: 'long' }, 7)];
  const made = new RegExp(
    String.raw`(?:(?:${weekdays}),? )?\b\d{1,2}(?:st|nd|rd|th)?(?: de| of)? (?:${months})(?:(?:,? | de )\d{4})?`,
    'iu',
  );
  patterns.set(locale, made);
  return made;
};

/** The first day that a text names in words, as it stands there: "Friday 27 November 2026". */
export const dayIn = (text: string, locale: string): string | undefined =>
  patternOf(locale)
    .exec(text)?.[0]
    .replace(/^(\p{L}+), /u, '$1 ');
