import * as z from 'zod';

/** A language, perhaps with script and region: `en`, `pt-BR`, `zh-Hant`. @see RFC 5646 */
export const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'expected a language tag such as en, es or pt-BR')
  .meta({ editor: 'locale' });
export type Locale = z.infer<typeof Locale>;

/** A text in one or more languages: `{ "en": "…", "es": "…" }`. */
export type Localised = Readonly<Record<Locale, string>>;

const text = (most: number) =>
  z
    .string()
    .max(most, `expected at most ${most.toLocaleString('en')} characters`)
    // Control characters would end up in feeds, where XML forbids them.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/u.test(value), 'has control characters');

const localised = (most: number) => z.record(Locale, text(most));

/** One line in each language, such as a name or a label. */
export const Line = localised(300).meta({ editor: 'line' });
/** Up to sixty lines in each language. */
export const Lines = z
  .record(Locale, z.array(text(300)).max(60, 'expected at most 60 lines'))
  .meta({ editor: 'lines' });
export type Lines = z.infer<typeof Lines>;
/** A paragraph or two in each language. */
export const Paragraph = localised(2_000).meta({ editor: 'paragraph' });
/** Markdown in each language. */
export const Markdown = localised(50_000).meta({ editor: 'markdown' });
/** One line that is the same in every language, such as a rating. */
export const PlainLine = text(300).meta({ editor: 'plain' });

/** What there is in a language, else in the language without its region. */
export const linesIn = (value: Lines | undefined, locale: Locale): readonly string[] =>
  value?.[locale] ?? value?.[locale.split('-')[0] ?? locale] ?? [];

/** The text of a language, else of the language without its region, else of the fallback, else of any. */
export const textIn = (value: Localised | undefined, locale: Locale, fallback: Locale): string | undefined => {
  if (!value) return undefined;
  const [language = locale] = locale.split('-');
  for (const candidate of [locale, language, fallback]) if (value[candidate]) return value[candidate];
  return Object.values(value).find((found) => found !== '');
};
