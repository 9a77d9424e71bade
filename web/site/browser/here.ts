const clock = (at: Date, locale: string, zone?: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
    .format(at)
    .replace(',', '');

/**
 * What a moment is on the reader's own clock, where that differs from the place's: "21:00 where you are", with the day
 * of the week where it is another.
 */
export const hereText = (at: string, zone: string, words: string, locale: string, own?: string): string | undefined => {
  const moment = new Date(at);
  const [there, mine] = [clock(moment, locale, zone), clock(moment, locale, own)];
  if (there === mine) return undefined;
  const [thereDay, mineDay] = [there, mine].map((text) => text.replace(/\s*\d{2}:\d{2}/, ''));
  return words.replace('{time}', thereDay === mineDay ? (/\d{2}:\d{2}/.exec(mine)?.[0] ?? mine) : mine);
};

/** Fills the line that is kept for it beside a release. */
export const here = (place: Element): void => {
  const { at = '', zone = 'UTC', here: words = '' } = (place as HTMLElement).dataset;
  place.textContent = hereText(at, zone, words, document.documentElement.lang) ?? '';
};
