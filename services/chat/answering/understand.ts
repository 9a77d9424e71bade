import { languageOfText } from './language/detect.ts';
import { tidy } from './language/fold.ts';
import type { Library } from './library.ts';
import { recall } from './recall/recall.ts';
import { retrieve } from './retrieve/retrieve.ts';
import { withoutMarks } from './screen/redact.ts';
import { screen } from './screen/screen.ts';
import type { Asked, Understood } from './understood.ts';

export type { Asked, Evidence, RecentTurn, Understood } from './understood.ts';

/** Characters of a question that are read; a turn has no more. */
const MOST_READ = 1_000;

const libraryFor = (libraries: ReadonlyMap<string, Library>, locale: string): Library | undefined =>
  libraries.get(locale) ??
  libraries.get(locale.split('-')[0] ?? locale) ??
  [...libraries.values()].find((library) => library.locale.split('-')[0] === locale.split('-')[0]);

/**
 * Understands a question and finds what answers it in what is public, in the language that it is written in. The same of the same
 * input, always; it never throws.
 */
export const understand = (asked: Asked, libraries: ReadonlyMap<string, Library>): Understood => {
  const text = withoutMarks(tidy(asked.text.slice(0, MOST_READ)));
  const own = libraryFor(libraries, asked.locale) ?? libraries.values().next().value;
  const ownLocale = own?.locale ?? asked.locale;
  const locale = languageOfText(text, [...libraries.keys()], ownLocale);
  const library = libraryFor(libraries, locale) ?? own;
  const nothing = { locale, question: text, evidence: [] };
  if (!/[\p{L}\p{N}]/u.test(text)) return { ...nothing, locale: ownLocale, outcome: 'unknown' };
  const screened = screen(text);
  if (screened.as === 'refused') return { ...nothing, outcome: 'refused' };
  if (screened.as === 'person') return { ...nothing, outcome: 'person' };
  if (screened.as === 'small-talk') return { ...nothing, outcome: 'small-talk', talk: screened.talk };
  if (!library) return { ...nothing, outcome: 'unknown' };
  const readings = recall({ ...asked, text }, library);
  return retrieve(readings, screened, asked, library);
};
