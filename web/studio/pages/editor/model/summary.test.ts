import { expect, test } from 'vitest';
import { inWords, summaryOf } from './summary.ts';

const names = { item: (id: string) => `item ${id}`, asset: (id: string) => `file ${id}` };
const said = (element: unknown, locale = 'es'): string => summaryOf(element, locale, names);

test('an element is told by what tells best of it, in the language that is written', () => {
  expect(said({ person: { ref: 'wren' }, group: 'cast', role: { en: 'Keeper', es: 'Guardesa' } })).toBe(
    'item wren · Guardesa',
  );
  expect(said({ number: 2, title: { en: 'Occulting White' }, duration: 3000 })).toBe('Occulting White · 2');
  expect(said({ territories: ['GB', 'IE'], opens: { at: '2026-12-04T20:00', zone: 'Europe/London' } })).toBe('GB, IE');
  expect(said({ picture: { asset: 'a1', alt: {} }, caption: {} })).toBe('file a1');
  expect(said({ en: 'Six parts' })).toBe('Six parts');
});

test('one that says nothing yet is empty, and a long one is cut', () => {
  expect(said({})).toBe('');
  expect(said({ role: {} })).toBe('');
  expect(said({ name: { es: 'a'.repeat(200) } })).toHaveLength(90);
});

test('times, days and single values are said as they are', () => {
  expect(inWords({ at: '2026-12-04T20:00', zone: 'Europe/London' }, 'en', names)).toBe(
    '2026-12-04, 20:00 Europe/London',
  );
  expect(inWords({ day: '2026-12-04' }, 'en', names)).toBe('2026-12-04');
  expect(inWords(7, 'en', names)).toBe('7');
});
