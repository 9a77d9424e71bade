import { expect, test } from 'vitest';
import { createListTypes } from '../../../../../services/content/list-types/step.ts';
import { TYPES } from '../../../../../services/content/model/item.ts';
import { complete } from './complete.ts';
import { freshOf, type Schema, schemaAt, type TypeDescription } from './schema.ts';

const types = (await createListTypes()({})).types as unknown as TypeDescription[];
const schemaOf = (type: string): Schema => types.find((each) => each.type === type)?.schema ?? {};
const title = schemaOf('title');

test('what is whole stays the very same', () => {
  const data = { name: { en: 'Lamp' }, credits: [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Wren' } }] };
  expect(complete(title, data)).toEqual({ data, left: [] });
});

test('a credit without its person waits, and the rest is kept', () => {
  const whole = { person: { ref: 'wren' }, group: 'cast', role: {} };
  expect(complete(title, { name: { en: 'Lamp' }, credits: [{ group: 'cast', role: {} }, whole] })).toEqual({
    data: { name: { en: 'Lamp' }, credits: [whole] },
    left: [{ path: ['credits', 0], missing: 'person' }],
  });
});

test('a release without a territory, a time without a zone and an address that is empty wait', () => {
  const { data, left } = complete(title, {
    name: {},
    releases: [{ territories: [] }, { territories: ['GB'], opens: { place: { en: 'x' } }, links: [{ kind: 'buy' }] }],
    embargoUntil: { at: '2026-12-04T20:00' },
  });
  expect(data).toEqual({ name: {}, releases: [{ territories: ['GB'], links: [] }] });
  expect(left.map(({ path }) => path.join('.'))).toEqual([
    'releases.0',
    'releases.1.opens',
    'releases.1.links.0',
    'embargoUntil',
  ]);
});

test('a name that was emptied is a text in no language', () => {
  expect(complete(schemaOf('person'), {}).data).toEqual({ name: {} });
});

test.each(types.map(({ type }) => type as keyof typeof TYPES))(
  'of a new %s with one new element in each list the API takes what is left',
  (type) => {
    const schema = schemaOf(type);
    const data = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, member]) => [
        name,
        member.type === 'array' ? [freshOf(schemaAt(schema, [name, 0]) ?? {})] : {},
      ]),
    );
    const sent = complete(schema, data).data as Record<string, unknown>;
    const known = type === 'navigation' ? { ...sent, locales: [{ locale: 'en', label: 'English' }] } : sent;
    const checked = TYPES[type].schema.safeParse(known);
    expect(checked.error?.issues.filter(({ path }) => Array.isArray(sent[String(path[0])])) ?? []).toEqual([]);
  },
);
