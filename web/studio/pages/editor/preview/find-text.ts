import type { Path } from '../model/paths.ts';
import { isLocalised, kindOf, type Schema } from '../model/schema.ts';

const LEAST = 3;

/** A text as it is compared: without Markdown's signs, in one line. */
export const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*>]|\d+\.)\s+/gm, '')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The parts of a text that stand in elements of their own: its paragraphs. */
export const partsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n|\n(?=\s*(?:[-*>#]|\d+\.)\s?)/)
    .map(plain)
    .filter((part) => part.length >= LEAST);

export type Told = { path: Path; text: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text of an item that its page can show in a language. */
export const textsOf = (schema: Schema, data: unknown, locale: string): Told[] => {
  const told: Told[] = [];
  const visit = (at: Schema, value: unknown, path: Path): void => {
    if (typeof value === 'string' && kindOf(at) === 'text') told.push({ path, text: value });
    else if (isLocalised(at) && isObject(value)) {
      const text = value[locale];
      if (typeof text === 'string') told.push({ path: [...path, locale], text });
    } else if (Array.isArray(value) && at.items) {
      for (const [index, each] of value.entries()) visit(at.items, each, [...path, index]);
    } else if (isObject(value) && at.properties) {
      for (const [name, member] of Object.entries(at.properties)) visit(member, value[name], [...path, name]);
    }
  };
  visit(schema, data, []);
  return told;
};

/** The field whose text an element of the page shows: the same text, else the one whose part it is. */
export const fieldWith = (texts: readonly Told[], shown: string): Path | undefined => {
  const wanted = plain(shown);
  if (wanted.length < LEAST) return undefined;
  const same = texts.find(({ text }) => plain(text) === wanted);
  if (same) return same.path;
  const part = texts.find(({ text }) => partsOf(text).includes(wanted));
  if (part) return part.path;
  return texts
    .filter(({ text }) => text.length > 2 * wanted.length && plain(text).includes(wanted) && wanted.length > 12)
    .sort((one, other) => one.text.length - other.text.length)[0]?.path;
};

/** The smallest element of a page that shows a text, or a part of it; pictures show their alternative text. */
export const placeOf = (root: Element, text: string): Element | undefined => {
  const parts = partsOf(text);
  const [first] = parts;
  if (first === undefined) return undefined;
  const pictures = [...root.querySelectorAll('img[alt]')];
  let found: Element | undefined;
  for (const element of root.querySelectorAll('*')) {
    if (['SCRIPT', 'STYLE', 'SVG', 'TEMPLATE'].includes(element.tagName.toUpperCase())) continue;
    const shown = plain(element.textContent ?? '');
    if (shown.length > 4 * first.length + 200) continue;
    // Deeper ones come later, and the first place on the page counts.
    if (shown.includes(first) && (found === undefined || found.contains(element))) found = element;
  }
  return found ?? pictures.find((picture) => plain(picture.getAttribute('alt') ?? '') === plain(text));
};
