import { afterEach, expect, test } from 'vitest';
import { EnvironmentError, variable } from './environment.ts';
import { uuidFor } from './uuid.ts';

afterEach(() => {
  delete process.env.ASSETS_TABLE;
});

test('a variable is read', () => {
  process.env.ASSETS_TABLE = 'assets-7';
  expect(variable('ASSETS_TABLE')).toBe('assets-7');
});

test('a variable that is missing or empty is named', () => {
  expect(() => variable('ASSETS_TABLE')).toThrow(EnvironmentError);
  expect(() => variable('ASSETS_TABLE')).toThrow('The environment variable ASSETS_TABLE is not set');
  process.env.ASSETS_TABLE = ' ';
  expect(() => variable('ASSETS_TABLE')).toThrow('The environment variable ASSETS_TABLE is empty');
});

test('the same name gives the same identifier, a valid one of version 5', () => {
  expect(uuidFor('a')).toBe(uuidFor('a'));
  expect(uuidFor('a')).not.toBe(uuidFor('b'));
  expect(uuidFor('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
