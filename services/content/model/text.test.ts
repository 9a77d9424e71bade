import { describe, expect, test } from 'vitest';
import { Line, Locale, textIn } from './text.ts';

describe('a text', () => {
  test.each([
    [{ en: 'Colour', 'en-US': 'Color' }, 'en-US', 'Color'],
    [{ en: 'Light', pt: 'Luz' }, 'pt-BR', 'Luz'],
    [{ en: 'Light', es: 'Luz' }, 'de', 'Light'],
    [{ en: '', es: 'Luz' }, 'en', 'Luz'],
    [{ es: 'Luz' }, 'de', 'Luz'],
    [{ en: '' }, 'en', undefined],
    [{}, 'en', undefined],
    [undefined, 'en', undefined],
  ])('%j in %s is %j', (value, locale, expected) => {
    expect(textIn(value, locale, 'en')).toBe(expected);
  });

  test('holds no control characters and no halves of characters, but signs of every script', () => {
    for (const good of ['Ærø 灯台 👩‍🚀', 'tab\tand\nline']) expect(Line.safeParse({ en: good }).success).toBe(true);
    for (const bad of ['bell\u0007', 'null\u0000', 'half \ud83d', 'x'.repeat(301)])
      expect(Line.safeParse({ en: bad }).success, JSON.stringify(bad)).toBe(false);
  });
});

test.each([
  ['en', true],
  ['pt-BR', true],
  ['zh-Hant', true],
  ['zh-Hant-TW', true],
  ['es-419', true],
  ['EN', false],
  ['english', false],
  ['en_GB', false],
  ['../x', false],
])('%s is a language: %s', (locale, is) => {
  expect(Locale.safeParse(locale).success).toBe(is);
});
