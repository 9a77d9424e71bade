import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ItemId } from './model/reference.ts';
import { pathOf, slugOf, slugsOf } from './slugs.ts';

describe('a name as an address', () => {
  test.each([
    ['First light', 'first-light'],
    ['  Señor Núñez, ¿qué?  ', 'senor-nunez-que'],
    ['Straße & Fußgänger', 'strasse-fussganger'],
    ['Ærø – Smørrebrød', 'aero-smorrebrod'],
    ['ﬁne № 5', 'fine-no-5'],
    ['Zoë’s days', 'zoe-s-days'],
    ['Łódź, Đà Nẵng, Þór, Œuvre', 'lodz-da-nang-thor-oeuvre'],
    ['灯台守', ''],
    ['---', ''],
    [`${'a'.repeat(69)} bc`, 'a'.repeat(69)],
  ])('%j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('is always of the form that an address has, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        const slug = slugOf(name);
        if (slug !== '') expect(ItemId.safeParse(slug).success, slug).toBe(true);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});

describe('the addresses of an item', () => {
  const headline = { en: 'First light', es: 'Primera luz' };

  test('are those that its data names, else those that it has, else those of its name', () => {
    expect(slugsOf('news', 'one', { headline })).toEqual({ en: 'first-light', es: 'primera-luz' });
    expect(slugsOf('news', 'one', { headline, slugs: { es: 'luz' } }, { en: 'former', es: 'antigua' })).toEqual({
      en: 'former',
      es: 'luz',
    });
  });

  test('are called by its id where nothing of a name is left', () => {
    expect(slugsOf('person', 'keeper-1', { name: { ja: '灯台守', en: '…' } })).toEqual({
      ja: 'keeper-1',
      en: 'keeper-1',
    });
  });

  test('are in those languages alone in which it has a name', () => {
    const data = { headline: { en: 'One', es: '  ' }, slugs: { es: 'uno', fr: 'un' } };
    expect(slugsOf('news', 'one', data, { es: 'uno' })).toEqual({ en: 'one' });
  });

  test('are none where it has no page of its own', () => {
    expect(slugsOf('faq', 'when', { question: { en: 'When?' } })).toEqual({});
    expect(slugsOf('navigation', 'navigation', { siteName: { en: 'Site' } })).toEqual({});
  });

  test('begin with the language, unless it is the default one', () => {
    expect(pathOf('news', 'one', 'en', 'en')).toBe('/news/one/');
    expect(pathOf('press-kit', 'kit', 'pt-BR', 'en')).toBe('/pt-BR/press/kit/');
  });
});
