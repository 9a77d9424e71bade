import { expect, test } from 'vitest';
import { CONTENT_TYPES, descriptionOf } from '../model/item.ts';
import { createListTypes } from './step.ts';

type Schema = { properties?: Record<string, Schema>; items?: Schema; editor?: string; of?: string; kind?: string };

const { types } = await createListTypes()({});
const schemaOf = (type: string): Schema => types.find((each) => each.type === type)?.schema as Schema;

test('every type is there, with each of its fields', () => {
  expect(types.map(({ type }) => type)).toEqual(CONTENT_TYPES);
  for (const type of CONTENT_TYPES) {
    expect(Object.keys(schemaOf(type).properties ?? {})).toEqual(Object.keys(descriptionOf(type).schema.shape));
  }
});

test('a field says which editor it wants', () => {
  const { name, logline, story, keyArt, releases, slugs, embargoUntil } = schemaOf('title').properties ?? {};
  expect([name, logline, keyArt, slugs, embargoUntil].map((field) => field?.editor)).toEqual([
    'line',
    'paragraph',
    'asset',
    'slugs',
    'time',
  ]);
  expect(story?.properties?.body?.editor).toBe('markdown');
  expect(releases?.items?.properties?.opens?.editor).toBe('opening');
});

test('a reference says what it may refer to, wherever it stands', () => {
  const title = schemaOf('title').properties;
  expect(title?.credits?.items?.properties?.person).toMatchObject({ editor: 'reference', of: 'person' });
  expect(title?.partOf).toMatchObject({ editor: 'reference', of: 'title' });
  expect(title?.episodes?.items?.properties?.still).toMatchObject({ editor: 'asset', kind: 'picture' });
  const trailer = schemaOf('trailer').properties;
  expect([trailer?.poster?.kind, trailer?.video?.kind, trailer?.captions?.items?.kind]).toEqual([
    'picture',
    'film',
    'captions',
  ]);
});

test('it can be told over the wire', () => {
  expect(JSON.parse(JSON.stringify(types))).toHaveLength(CONTENT_TYPES.length);
  expect(JSON.stringify(types).length).toBeLessThan(100_000);
});
