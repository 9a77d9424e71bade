import { expect, test } from 'vitest';
import type { Schema } from '../model/schema.ts';
import { fieldWith, partsOf, plain, textsOf } from './find-text.ts';

const texts: Schema = { additionalProperties: { type: 'string' }, propertyNames: { editor: 'locale' } };
const schema: Schema = {
  properties: {
    name: { ...texts, editor: 'line' },
    story: { properties: { body: { ...texts, editor: 'markdown' } } },
    studio: { type: 'string', editor: 'plain' },
    credits: { type: 'array', items: { properties: { role: { ...texts, editor: 'line' } } } },
  },
};
const data = {
  name: { en: 'Nine Lamps Out', es: 'Nueve faros' },
  story: { body: { en: 'First **bold** words.\n\n### Nine lights\n\n1. **Saltern Point**, fixed white\n2. Two' } },
  studio: 'Copper Lane',
  credits: [{ role: { en: 'Keeper' } }],
};
const field = (shown: string): string | undefined => fieldWith(textsOf(schema, data, 'en'), shown)?.join('.');

test('Markdown is compared without its signs', () => {
  expect(plain('See **the** [tower](/x/) `now`')).toBe('see the tower now');
  expect(partsOf(data.story.body.en)).toEqual([
    'first bold words.',
    'nine lights',
    'saltern point, fixed white',
    'two',
  ]);
});

test('what is pressed in the page leads to its field', () => {
  expect(field('NINE LAMPS OUT')).toBe('name.en');
  expect(field('Saltern Point, fixed white')).toBe('story.body.en');
  expect(field('First bold words.')).toBe('story.body.en');
  expect(field('Copper  Lane')).toBe('studio');
  expect(field('Keeper')).toBe('credits.0.role.en');
  expect(field('Nueve faros')).toBeUndefined();
  expect(field('')).toBeUndefined();
});
