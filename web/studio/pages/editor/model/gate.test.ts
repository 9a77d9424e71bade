import { expect, test } from 'vitest';
import { createListTypes } from '../../../../../services/content/list-types/step.ts';
import { blocksOf, passed } from './gate.ts';
import { missingIn } from './languages.ts';
import type { TypeDescription } from './schema.ts';

const types = (await createListTypes()({})).types as unknown as TypeDescription[];
const title = types.find(({ type }) => type === 'title');
if (!title) throw new Error('There is no title.');

const problem = (field: string) => ({ itemId: 'a', name: 'A', message: 'm', remedy: 'r', field });
const [uuid] = ['b3b3a2f4-0000-4000-8000-000000000001'];

test('each problem says what was checked, and the field that can be changed', () => {
  const data = { keyArt: { asset: uuid, alt: {} } };
  const blocks = blocksOf(
    ['logline', 'keyArt.alt.es', 'credits.2.person.ref', 'keyArt.asset', 'slugs.en', 'embargoUntil'].map(problem),
    title,
    data,
  );
  expect(blocks.map(({ check, path, locale }) => [check, path.join('.'), locale])).toEqual([
    ['required', 'logline', undefined],
    ['alternatives', 'keyArt.alt.es', 'es'],
    ['references', 'credits.2.person', undefined],
    ['files', 'keyArt', undefined],
    ['address', 'slugs.en', 'en'],
    ['embargo', 'embargoUntil', undefined],
  ]);
  expect(passed(blocks)).toEqual([]);
  expect(passed(blocks.slice(0, 1))).toEqual(['alternatives', 'references', 'files', 'address', 'embargo']);
});

test('a language lacks what others say, wherever it stands', () => {
  const data = {
    name: { en: 'Lamp', es: 'Faro' },
    logline: { en: 'x', es: ' ' },
    keyArt: { asset: uuid, alt: { en: 'a lamp' } },
    credits: [{ person: { ref: 'wren' }, role: { en: 'Keeper' } }],
    facts: [{ en: 'one', es: 'uno' }, {}],
  };
  expect(missingIn('es', title.schema, data).map((path) => path.join('.'))).toEqual([
    'logline.es',
    'keyArt.alt.es',
    'credits.0.role.es',
  ]);
  expect(missingIn('en', title.schema, data)).toEqual([]);
});
