import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOf, moved, pathOf, same, valueAt, withValue } from './paths.ts';

const data = { name: { en: 'Lamp' }, credits: [{ role: { en: 'Wren' } }, { role: { en: 'Mei' } }] };

test('a path is what the API writes, and back', () => {
  expect(pathOf('credits.1.role.es')).toEqual(['credits', 1, 'role', 'es']);
  expect(fieldOf(pathOf('credits.1.role.es'))).toBe('credits.1.role.es');
});

test('a value is found, and a path that leads nowhere finds none', () => {
  expect(valueAt(data, ['credits', 1, 'role', 'en'])).toBe('Mei');
  for (const path of [['credits', 2], ['name', 'en', 'length'], ['toString'], ['credits', 'length']]) {
    expect(typeof valueAt(data, path)).not.toBe('function');
  }
  expect(valueAt(data, ['constructor'])).toBeUndefined();
});

test('a value is set where nothing was, and all beside it stays the very same', () => {
  const next = withValue(data, ['story', 'body', 'es'], 'Luz') as Record<string, unknown>;
  expect(next).toEqual({ ...data, story: { body: { es: 'Luz' } } });
  expect(next.credits).toBe(data.credits);
  expect(data).not.toHaveProperty('story');
});

test('what is taken away takes empty objects with it, and no place in a list', () => {
  expect(withValue({ a: { b: { c: 1 } }, d: 2 }, ['a', 'b', 'c'], undefined)).toEqual({ d: 2 });
  expect(withValue(data, ['credits', 0, 'role', 'en'], undefined)).toEqual({
    ...data,
    credits: [{}, data.credits[1]],
  });
  expect(withValue(data, ['credits', 0], undefined)).toEqual({ ...data, credits: [data.credits[1]] });
});

test('an element moves, the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

test('what was set is found again, whatever it is', () => {
  const key = fc.oneof(fc.constantFrom('a', 'b'), fc.nat(2));
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.string(), (path, value) => {
      const made = withValue({}, ['root', ...path.map((part) => (typeof part === 'number' ? 0 : part))], value);
      expect(
        valueAt(
          made,
          ['root', ...path].map((part) => (typeof part === 'number' ? 0 : part)),
        ),
      ).toBe(value);
    }),
  );
});

test('values are the same by what they say', () => {
  expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
  expect(same({ a: undefined }, { b: 1 })).toBe(false);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same([], {})).toBe(false);
});
