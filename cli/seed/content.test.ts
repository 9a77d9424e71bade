import { join } from 'node:path';
// biome-ignore lint/style/noRestrictedImports: what lies here must be what the API takes, and only this test looks
import { CONTENT_TYPES, type ContentType, descriptionOf, namesOf } from '@marquee/services/content/model/item.ts';
// biome-ignore lint/style/noRestrictedImports: as above
import { slugOf } from '@marquee/services/content/slugs.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileNamesIn, withAssets } from '../content/asset-names.ts';
import { type ItemFile, idsIn, inOrder } from '../content/item-files.ts';
import { demoArtwork } from './artwork/artwork.ts';
import { CONTENT_FOLDER, demoItems } from './content.ts';

const LOCALES = ['en', 'es'];
const artwork = new Map(demoArtwork().map((picture) => [picture.fileName, picture]));
let items: ItemFile[];
let byId: Map<string, ItemFile>;
beforeAll(async () => {
  items = await demoItems();
  byId = new Map(items.map((item) => [item.itemId, item]));
});
const of = (type: ContentType) => items.filter((item) => item.type === type);
type DemoTitle = {
  episodes: { opens?: object; title: Record<string, string> }[];
  credits: { person: { ref: string } }[];
};
const title = (): DemoTitle => {
  const [only] = of('title');
  if (!only) throw new Error('There is no title.');
  return only.data as DemoTitle;
};

/** Every object in the data, with the field that holds it. */
const objectsIn = (value: unknown, field = ''): { field: string; object: Record<string, unknown> }[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, each]) => objectsIn(each, field ? `${field}.${name}` : name));
  return Array.isArray(value) ? inner : [{ field, object: value as Record<string, unknown> }, ...inner];
};
const isLocalised = (object: Record<string, unknown>): boolean => 'en' in object || 'es' in object;

test('there is one of everything that a launch needs, and enough of it', () => {
  const count = (type: ContentType): number => of(type).length;
  expect(CONTENT_TYPES.filter((type) => count(type) === 0)).toEqual([]);
  expect([count('title'), count('navigation'), count('trailer'), count('press-kit')]).toEqual([1, 1, 3, 1]);
  expect(count('news')).toBeGreaterThanOrEqual(6);
  expect(count('faq')).toBeGreaterThanOrEqual(25);
});

test('every item stands in the folder of its type and is what the API takes', () => {
  for (const { file, itemId, type, data } of items) {
    expect(file).toBe(join(CONTENT_FOLDER, type, `${itemId}.json`));
    // An asset's id is known only where it was uploaded.
    const known = withAssets(data, (text) => (text.startsWith('file:') ? crypto.randomUUID() : text));
    const { error } = descriptionOf(type as ContentType).schema.safeParse(known);
    expect(error?.issues ?? [], file).toEqual([]);
    for (const field of descriptionOf(type as ContentType).required)
      expect(data[field], `${file} ${field}`).toBeDefined();
  }
});

test('every item that another refers to is there, and comes before it', () => {
  const before = new Set<string>();
  for (const item of inOrder(items)) {
    for (const id of idsIn(item.data)) expect(before, `${item.file} refers to ${id}`).toContain(id);
    before.add(item.itemId);
  }
});

test('every picture is one of the artwork and is described in the artwork’s words', () => {
  for (const { file, data } of items) {
    for (const { object, field } of objectsIn(data)) {
      if (!('asset' in object)) continue;
      const picture = artwork.get(String(object.asset).replace(/^file:/, ''));
      expect(object.alt, `${file} ${field}`).toEqual(picture?.alt);
    }
  }
  expect([...artwork.keys()].filter((name) => !fileNamesIn(items).has(name))).toEqual([]);
});

test('every text is there in both languages, in the same shape', () => {
  for (const { file, data } of items) {
    for (const { object, field } of objectsIn(data)) {
      if (!isLocalised(object)) continue;
      expect(Object.keys(object).sort(), `${file} ${field}`).toEqual(LOCALES);
      const [en, es] = LOCALES.map((locale) => String(object[locale]));
      for (const text of [en, es]) expect(text?.trim(), `${file} ${field}`).toBeTruthy();
      const headings = (text = ''): number => text.match(/^#+ /gm)?.length ?? 0;
      expect(headings(es), `${file} ${field}`).toBe(headings(en));
    }
  }
});

describe('addresses', () => {
  const addresses = new Map<string, string>();
  const slugs = new Set<string>();
  beforeAll(() => {
    for (const locale of LOCALES) {
      const root = locale === 'en' ? '/' : `/${locale}/`;
      for (const index of ['', 'news/', 'questions/', 'search/', 'feed.xml']) addresses.set(root + index, locale);
      for (const { itemId, type, data } of items) {
        const { section } = descriptionOf(type as ContentType);
        const name = namesOf(type as ContentType, data)[locale] ?? '';
        const slug = (data.slugs as Record<string, string> | undefined)?.[locale] ?? slugOf(name);
        if (!section || !slug) continue;
        // Whatever their types, no two items of a language share the last part of their addresses.
        expect(slugs.has(`${locale} ${slug}`), `${itemId} has the address ${slug} of another item`).toBe(false);
        slugs.add(`${locale} ${slug}`);
        addresses.set(`${root}${section}/${slug}/`, locale);
      }
    }
  });

  test('every link leads to a page that there is, in the language of its text', () => {
    for (const { file, data } of items) {
      for (const { object, field } of objectsIn(data)) {
        for (const [locale, text] of isLocalised(object) ? Object.entries(object) : []) {
          const links = field.endsWith('url')
            ? [String(text)]
            : [...String(text).matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to);
          for (const link of links) {
            if (link?.startsWith('https://example.com/')) continue;
            const [path = '', anchor] = link?.split('#') ?? [];
            expect(addresses.get(path), `${file} ${field}.${locale}: ${link}`).toBe(locale);
            if (path.endsWith('/questions/') && anchor) expect(byId.get(anchor)?.type, `${file} ${link}`).toBe('faq');
          }
        }
      }
    }
  });

  test('news and trailers have addresses of their own in each language', () => {
    for (const { file, data } of [...of('news'), ...of('trailer')]) {
      const { en, es } = data.slugs as Record<string, string>;
      expect(es, file).not.toBe(en);
    }
  });
});

test('nothing outside the title says what its sealed episodes are called', () => {
  const sealed = title()
    .episodes.filter(({ opens }) => opens)
    .flatMap(({ title }) => Object.values(title));
  expect(sealed.length).toBeGreaterThan(0);
  for (const { file, type, data } of items) {
    if (type === 'title') continue;
    for (const name of sealed) expect(JSON.stringify(data).toLowerCase(), file).not.toContain(name.toLowerCase());
  }
});

test('who plays in the title has a page, and everybody with a page is credited', () => {
  expect(new Set(title().credits.map(({ person }) => person.ref))).toEqual(
    new Set(of('person').map(({ itemId }) => itemId)),
  );
});

test('every address elsewhere is invented', () => {
  for (const { file, data } of items) {
    for (const [, host] of JSON.stringify(data).matchAll(/(?:@|https?:\/\/)([\w-]+(?:\.[\w-]+)+)/g)) {
      expect(host, file).toBe('example.com');
    }
  }
});
