import { type Found, fold } from '../search.ts';

/** Letters of a found page's text that are shown. */
const SHOWN = 180;

/** A word: letters and digits in a row, with their accents. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A part of a text; `met` where the query met it. */
export type Piece = { words: string; met: boolean };

/** A text in parts, those words apart that are among the terms. */
export const pieces = (text: string, terms: readonly string[], locale: string): Piece[] => {
  const wanted = new Set(terms);
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!wanted.has(fold(word, locale))) continue;
    if (index > end) found.push({ words: text.slice(end, index), met: false });
    found.push({ words: word, met: true });
    end = index + word.length;
  }
  if (end < text.length) found.push({ words: text.slice(end), met: false });
  return found;
};

/** The summary where the query met it, else the place of the text where it did. */
export const snippet = (
  { summary, text, terms }: Pick<Found, 'summary' | 'text' | 'terms'>,
  locale: string,
): string => {
  const meets = (part: string): number => {
    const first = pieces(part, terms, locale);
    const at = first.findIndex(({ met }) => met);
    return at < 0 ? -1 : first.slice(0, at).reduce((sum, { words }) => sum + words.length, 0);
  };
  const at = meets(text);
  if (meets(summary) >= 0 || at < 0) return summary;
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - SHOWN / 3)) + 1);
  const end = start + SHOWN >= text.length ? text.length : text.lastIndexOf(' ', start + SHOWN);
  const cut = text.slice(start, end > start ? end : start + SHOWN).replace(/\s+/g, ' ');
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`;
};
