import { type Html, NOTHING, trusted } from '../html.ts';
import type { Picture } from '../picture.ts';
import { plainFile } from '../picture.ts';
import { absolute } from '../url.ts';

/** A thing as schema.org describes it. Properties that are `undefined` or empty lists are left out. */
export type LinkedData = { readonly '@type': string; readonly [property: string]: unknown };

/** Signs that could end the element or begin markup in it have a form in JSON that cannot; so have two line breaks of old scripts. */
const ESCAPED = /[<>&\u2028\u2029]/g;

/**
 * Things as a block of data within the page. It is no script: browsers do not run it, and a policy without inline scripts
 * allows it.
 */
export const linkedData = (nodes: readonly LinkedData[]): Html => {
  if (nodes.length === 0) return NOTHING;
  const [only] = nodes;
  const graph = nodes.length === 1 ? { '@context': SCHEMA, ...only } : { '@context': SCHEMA, '@graph': nodes };
  const json = JSON.stringify(graph, (_, value) => (Array.isArray(value) && value.length === 0 ? undefined : value));
  const safe = json.replace(ESCAPED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return trusted(`<script type="application/ld+json">${safe}</script>\n`);
};

const SCHEMA = 'https://schema.org';

/** A picture's file that every program reads. */
export const imageOf = (picture: Picture | undefined, origin: string): LinkedData | undefined => {
  const file = picture && plainFile(picture, 'frame', 1920);
  return (
    file && {
      '@type': 'ImageObject',
      url: absolute(origin, file.path),
      width: file.width,
      height: file.height,
      caption: picture.alternative,
    }
  );
};

/** The same thing, by name, wherever a page speaks of it. */
export const personNode = (person: { name: string; path?: string }, origin: string): LinkedData => ({
  '@type': 'Person',
  name: person.name,
  url: person.path && absolute(origin, person.path),
});
