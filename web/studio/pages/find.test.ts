import { expect, test } from 'vitest';
import type { Item } from '../api/content.ts';
import { countedBy, faultyLocales, found, sorted } from './find.ts';

const item = (itemId: string, more: Partial<Item> = {}): Item => ({
  ...{ itemId, type: 'news', version: 1, state: 'draft', names: { en: itemId }, slugs: {} },
  ...{ createdAt: '2026-03-01T09:00:00.000Z', createdBy: 'ada', updatedBy: 'ada' },
  updatedAt: '2026-03-01T09:00:00.000Z',
  ...more,
});
const all = [
  item('storm', { names: { en: 'Storm', es: 'Tempestád' }, state: 'published' }),
  item('keeper', { type: 'person', updatedBy: 'ben', updatedAt: '2026-03-04T09:00:00.000Z' }),
  item('part 10', { slugs: { en: 'the-tenth' } }),
  item('part 9', { type: 'faq', state: 'changed' }),
];
const ids = (items: readonly Item[]): string[] => items.map(({ itemId }) => itemId);

test('every word that is looked for is in a name of any language, an address, or who changed it, accents aside', () => {
  expect(ids(found(all, { text: 'tempestad STORM' }))).toEqual(['storm']);
  expect(ids(found(all, { text: 'ben' }))).toEqual(['keeper']);
  expect(ids(found(all, { text: 'tenth' }))).toEqual(['part 10']);
  expect(ids(found(all, { text: 'part storm' }))).toEqual([]);
});

test('types and states are filtered together and counted', () => {
  expect(ids(found(all, { text: '', type: 'news', state: 'draft' }))).toEqual(['part 10']);
  expect([...countedBy(all, 'type')]).toEqual([
    ['news', 2],
    ['person', 1],
    ['faq', 1],
  ]);
});

test('they stand in the order that is asked for, numbers as numbers', () => {
  expect(ids(sorted(all, 'name'))).toEqual(['keeper', 'part 9', 'part 10', 'storm']);
  expect(ids(sorted(all, 'changed'))[0]).toBe('keeper');
  expect(ids(sorted(all, 'state'))).toEqual(['keeper', 'part 10', 'part 9', 'storm']);
});

test('a language is at fault where the last attempt said so', () => {
  const problem = (field: string) => ({ itemId: 'a', name: 'A', field, message: '', remedy: '' });
  const publication = { publicationId: 'p', kind: 'publish' as const, problems: [problem('keyArt.alt.es')] };
  expect(faultyLocales(item('a', { publication: { ...publication, state: 'failed' } }), ['en', 'es'])).toEqual(['es']);
  expect(faultyLocales(item('a', { publication: { ...publication, state: 'waiting' } }), ['es'])).toEqual([]);
});
