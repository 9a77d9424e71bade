import { type Hole, holeOfAttribute, holesOf } from './html-holes.ts';
import { safeUrl } from './url.ts';

/** Markup that may stand on a page as it is: made by `html`, or by the few files that are allowed `trusted`. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

/** Attributes of one element, made by `attributes`. */
export class Attributes extends Html {}

type Scalar = string | number;
/** What a hole of a template takes. Nothing is written for `undefined`, `null` and `false`. */
export type Value = Html | Scalar | undefined | null | false | readonly Value[];

const SIGN: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters that HTML forbids, and halves of surrogate pairs, have no form on a page. */
const wellFormed = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '');

/** Text that may stand in an element or a quoted attribute. */
export const escapeHtml = (text: string): string => wellFormed(text).replace(/[&<>"']/g, (sign) => SIGN[sign] ?? '');

/** Markup of one's own making, unchanged. Whoever calls this has escaped it. */
export const trusted = (markup: string): Html => new Html(markup);

export const NOTHING: Html = trusted('');

/** What every document begins with. */
export const DOCTYPE: Html = trusted('<!doctype html>\n');

/**
 * A template whose values are escaped for the place they stand in: text, an attribute in double quotes, or an address, where
 * a scheme that a page must not follow becomes `about:invalid`. Throws where a template has a hole in any other place, or
 * an attribute that is script or style, since the site's policy would refuse those.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => {
  const holes = holesOf(parts);
  let markup = parts[0] ?? '';
  for (const [index, value] of values.entries()) markup += fill(holes[index], value) + (parts[index + 1] ?? '');
  return trusted(markup);
};

const fill = (hole: Hole | undefined, value: Value): string => {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map((item) => fill(hole, item)).join('');
  if (hole === 'tag') {
    if (value instanceof Attributes) return value.toString();
    throw new TypeError('Between a tag’s brackets stands only what attributes() made.');
  }
  if (value instanceof Html) {
    if (hole === 'text' && !(value instanceof Attributes)) return value.toString();
    throw new TypeError('Markup cannot stand in an attribute.');
  }
  const text = String(value as Scalar);
  return escapeHtml(hole === 'url' ? safeUrl(text) : text);
};

/** Attributes by name, each after a space. `true` writes the name alone; `undefined` and `false` write nothing. */
export const attributes = (named: Readonly<Record<string, Scalar | boolean | undefined>>): Attributes => {
  let markup = '';
  for (const [name, value] of Object.entries(named)) {
    if (value === undefined || value === false) continue;
    const hole = holeOfAttribute('element', name);
    markup += value === true ? ` ${name}` : ` ${name}="${fill(hole, value)}"`;
  }
  return new Attributes(markup);
};

/** Words of a class attribute, without those that are false. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
