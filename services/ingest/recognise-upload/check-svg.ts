import { SaxesParser } from 'saxes';
import { decode } from './looks-like-svg.ts';

export type UnsafeSvg = { code: string; message: string };

/** Elements that run, load or embed what is not a drawing. */
const FORBIDDEN = new Set(
  'script foreignobject iframe embed object audio video canvas handler listener link meta base'.split(' '),
);

/** The document type that drawing programs write; it is never loaded. */
const PLAIN_DOCTYPE =
  /^\s*svg\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG [^"']*\1\s+(["'])https?:\/\/www\.w3\.org\/[^"']*\2\s*$/i;

const EMBEDDED_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i;

/** Deepest nesting of elements that is taken; drawings stay far below. */
const DEEPEST = 256;

/** Why a drawing is not taken: it does not parse, or holds something active or something from elsewhere. */
export const checkSvg = (bytes: Uint8Array): UnsafeSvg | undefined => {
  const found: UnsafeSvg[] = [];
  const parser = new SaxesParser({ fragment: false });
  let depth = 0;
  parser.on('error', ({ message }) => {
    found.push({ code: 'svg-not-well-formed', message: `The SVG is not well-formed (${message}).` });
  });
  parser.on('doctype', (doctype) => {
    if (!PLAIN_DOCTYPE.test(doctype)) found.push(active('declares a document type with entities or a file elsewhere'));
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target !== 'xml') found.push(active(`has the processing instruction ${target}`));
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) found.push({ code: 'svg-too-deep', message: `The SVG nests more than ${DEEPEST} elements.` });
    const problem = inElement(localName(name), attributes as Record<string, string>);
    if (problem) found.push(active(problem));
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  const style = (text: string): void => {
    if (pointsElsewhere(text)) found.push(active('has a style that loads something from elsewhere'));
  };
  // Text is checked wherever it stands: outside <style> it does no harm to refuse what would load something there.
  parser.on('text', style);
  parser.on('cdata', style);
  const text = decode(bytes) ?? '';
  for (let start = 0; start < text.length && found.length === 0; start += 65_536) {
    parser.write(text.slice(start, start + 65_536));
  }
  if (found.length === 0) parser.close();
  return found[0];
};

const active = (what: string): UnsafeSvg => ({ code: 'unsafe-svg', message: `The SVG ${what}.` });

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const inElement = (element: string, attributes: Readonly<Record<string, string>>): string | undefined => {
  if (FORBIDDEN.has(element)) return `has an element <${element}>`;
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = localName(name);
    if (attribute.startsWith('on')) return `has an event handler (${name})`;
    if (['href', 'src'].includes(attribute) && element !== 'a' && !isInside(value))
      return `refers to ${shortened(value)}`;
    if (element === 'a' && attribute === 'href' && /^[\s\0-\x20]*(?:javascript|data|vbscript):/i.test(value)) {
      return `refers to ${shortened(value)}`;
    }
    if (attribute === 'attributename' && /(?:^|:)(?:href|on\w+)$/i.test(value.trim())) return `animates ${value}`;
    if (name !== 'xmlns' && !name.startsWith('xmlns:') && pointsElsewhere(value))
      return `refers to something elsewhere in ${name}`;
  }
  return undefined;
};

const isInside = (reference: string): boolean =>
  reference.trim() === '' || reference.trim().startsWith('#') || EMBEDDED_IMAGE.test(reference.trim());

/** True where CSS loads something; comments and escapes that would hide it are undone first. */
const pointsElsewhere = (style: string): boolean => {
  const plain = style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    );
  if (/@import/i.test(plain)) return true;
  return [...plain.matchAll(/url\(\s*["']?\s*([^"')]*)/gi)].some(([, reference = '']) => !isInside(reference));
};

const shortened = (reference: string): string => (reference.length > 80 ? `${reference.slice(0, 80)}…` : reference);
