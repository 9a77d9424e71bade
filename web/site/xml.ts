/** Signs that XML 1.0 has no form for: most control characters, halves of surrogate pairs, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const SIGN: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text that may stand in an element or an attribute of XML 1.0. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (sign) => SIGN[sign] ?? '');

/** A template whose values are escaped; lists of markup are made by `markup`. */
export class Xml {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Value = Xml | string | number | undefined | false | readonly Value[];

export const xml = (parts: TemplateStringsArray, ...values: readonly Value[]): Xml =>
  new Xml(parts.map((part, index) => part + fill(values[index])).join(''));

const fill = (value: Value): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Xml) return value.markup;
  if (Array.isArray(value)) return value.map((item: Value) => fill(item)).join('');
  return escapeXml(String(value));
};
