import { expect, test } from 'vitest';
import { createListTypes } from '../../../../../services/content/list-types/step.ts';
import { differencesOf, wordsOf } from './difference.ts';
import { fieldOf } from './paths.ts';
import type { TypeDescription } from './schema.ts';

const types = (await createListTypes()({})).types as unknown as TypeDescription[];
const title = types.find(({ type }) => type === 'title')?.schema;
const fields = (before: object, after: object): string[] =>
  differencesOf(title, before, after).map(({ path }) => fieldOf(path));

test('texts differ by their words', () => {
  expect(wordsOf('The last keeper waits', 'The last guard waits')).toEqual([
    { text: 'The last ', is: 'same' },
    { text: 'keeper', is: 'gone' },
    { text: 'guard', is: 'new' },
    { text: ' waits', is: 'same' },
  ]);
  expect(wordsOf('', 'new')).toEqual([{ text: 'new', is: 'new' }]);
  expect(wordsOf('a'.repeat(50_000), 'b'.repeat(50_000))).toHaveLength(2);
});

test('what differs is told in the order of the form, each language of a text for itself', () => {
  const before = { name: { en: 'Lamp', es: 'Faro' }, kind: 'film' };
  const after = { kind: 'series', story: { lead: { en: 'x' } }, name: { en: 'Lamp', es: 'Faros' } };
  expect(fields(before, after)).toEqual(['kind', 'name.es', 'story.lead.en']);
});

test('an element that was put in between makes nothing else differ', () => {
  const credit = (ref: string) => ({ person: { ref }, group: 'cast', role: { en: ref } });
  const before = { credits: [credit('wren'), credit('mei')] };
  const after = { credits: [credit('wren'), credit('tam'), credit('mei')] };
  expect(differencesOf(title, before, after)).toEqual([
    { path: ['credits', 1], before: undefined, after: credit('tam') },
  ]);
  expect(fields(after, before)).toEqual(['credits.1']);
});

test('an element that changed in its place differs in its fields, a reference as a whole', () => {
  const credit = (ref: string, role: string) => ({ person: { ref }, group: 'cast', role: { en: role } });
  const before = { credits: [credit('wren', 'Keeper')], partOf: { ref: 'saga' } };
  const after = { credits: [credit('mei', 'Guard')], partOf: { ref: 'other' } };
  expect(fields(before, after)).toEqual(['credits.0.person', 'credits.0.role.en', 'partOf']);
});

test('what no schema tells of is compared all the same', () => {
  expect(differencesOf({}, { a: { b: 1 } }, { a: { b: 2 } })).toHaveLength(1);
});
