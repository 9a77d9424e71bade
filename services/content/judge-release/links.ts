/** An address in an item's data, with the field that has it. */
export type FoundLink = { field: string; url: string };

/** Links of Markdown: `[words](address "title")`. */
const MARKDOWN = /\]\(\s*<?([^\s)>]+)>?[^)]*\)/g;

/** Every address that an item's data leads to: fields that are one, and links in its texts. */
export const linksIn = (data: unknown, field = ''): FoundLink[] => {
  if (typeof data === 'string') {
    if (/^(https:\/\/|\/(?!\/))\S+$/.test(data)) return [{ field, url: data }];
    return [...data.matchAll(MARKDOWN)].flatMap(([, url]) => (url ? [{ field, url }] : []));
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => linksIn(value, field === '' ? name : `${field}.${name}`));
};

/** The path that an address has on this site; undefined where it leads to another. */
export const ownPath = (url: string, origin: string): string | undefined => {
  if (!URL.canParse(url, origin)) return undefined;
  const { origin: of, pathname } = new URL(url, origin);
  return of === origin ? pathname : undefined;
};
