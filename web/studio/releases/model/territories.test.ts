import { expect, test } from 'vitest';
import { COUNTRIES, countriesIn, GROUPS, takenBy, territoryWords, withTerritories } from './territories.ts';

const NAMES = {
  elsewhere: 'Everywhere else',
  everywhere: 'Everywhere',
  groups: {
    islands: 'UK and Ireland',
    nordics: 'Nordics',
    german: 'German-speaking',
    northAmerica: 'North America',
    latinAmerica: 'Latin America',
    union: 'European Union',
  },
};

test('every country of ISO 3166-1 is there once, with a name in each language', () => {
  expect(COUNTRIES).toHaveLength(249);
  expect(new Set(COUNTRIES).size).toBe(249);
  for (const locale of ['en-GB', 'es-ES'])
    for (const { code, name } of countriesIn(locale)) expect(name, `${code} in ${locale}`).not.toBe(code);
  expect(countriesIn('es-ES').find(({ code }) => code === 'DE')?.name).toBe('Alemania');
  for (const group of Object.values(GROUPS)) for (const code of group) expect(COUNTRIES).toContain(code);
});

test('everywhere else stands alone, and gives way to countries', () => {
  expect(withTerritories(['GB', 'IE'], ['*'])).toEqual(['*']);
  expect(withTerritories(['*'], ['GB'])).toEqual(['GB']);
  expect(withTerritories(['GB'], ['IE', 'GB'])).toEqual(['GB', 'IE']);
});

test('a territory opens once: those that another window has are named', () => {
  expect(takenBy(['GB', 'FR', '*'], [{ territories: ['FR'] }, { territories: ['*'] }])).toEqual(['FR', '*']);
});

test.each([
  [['*'], [{}], ['Everywhere']],
  [['*'], [{}, {}], ['Everywhere else']],
  [['IE', 'GB', 'FR'], [{}], ['UK and Ireland', 'France']],
  [['GB'], [{}], ['United Kingdom']],
  [[...GROUPS.union, 'GB'], [{}], ['European Union', 'United Kingdom']],
])('%j are told in words', (territories, windows, expected) => {
  const all = windows.map(() => ({ territories: [] }));
  expect(territoryWords(territories, all, 'en-GB', NAMES)).toEqual(expected);
});
