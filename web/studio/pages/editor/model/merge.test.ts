import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decided, merge } from './merge.ts';
import { same, valueAt } from './paths.ts';

const base = { name: { en: 'Lamp', es: 'Faro' }, facts: ['one', 'two'], sheet: [{ a: '1' }, { a: '2' }] };

test('what one side alone changed is taken from it', () => {
  const mine = { ...base, name: { en: 'Lamps', es: 'Faro' } };
  const theirs = { ...base, name: { en: 'Lamp', es: 'Faros' }, kind: 'film' };
  const merged = merge(base, mine, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.data).toEqual({ ...base, name: { en: 'Lamps', es: 'Faros' }, kind: 'film' });
  expect(merged.taken).toEqual([['name', 'es'], ['kind']]);
});

test('what both changed is told with all three, and mine stands until it is decided', () => {
  const mine = { ...base, name: { en: 'Mine', es: 'Faro' } };
  const theirs = { ...base, name: { en: 'Theirs', es: 'Faro' } };
  const merged = merge(base, mine, theirs);
  expect(merged.conflicts).toEqual([{ path: ['name', 'en'], base: 'Lamp', mine: 'Mine', theirs: 'Theirs' }]);
  expect(merged.data).toEqual(mine);
  expect(decided(merged.data, [{ path: ['name', 'en'], value: 'Theirs' }])).toEqual(theirs);
});

test('both sides adding a language to a text that was not there is no conflict', () => {
  const merged = merge({}, { legal: { en: 'x' } }, { legal: { es: 'y' } });
  expect(merged).toMatchObject({ conflicts: [], data: { legal: { en: 'x', es: 'y' } } });
});

test('lists of the same length are merged place by place, others are for somebody to decide', () => {
  const mine = { ...base, sheet: [{ a: 'mine' }, { a: '2' }] };
  expect(merge(base, mine, { ...base, sheet: [{ a: '1' }, { a: 'theirs' }] })).toMatchObject({
    conflicts: [],
    data: { sheet: [{ a: 'mine' }, { a: 'theirs' }] },
  });
  expect(merge(base, mine, { ...base, sheet: [{ a: '1' }] }).conflicts).toMatchObject([{ path: ['sheet'] }]);
});

test('what one took away and the other changed is a conflict', () => {
  const { sheet: _, ...without } = base;
  const theirs = { ...base, sheet: [{ a: '9' }, { a: '2' }] };
  expect(merge(base, without, theirs).conflicts).toMatchObject([{ path: ['sheet'], mine: undefined }]);
});

const tree = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.constantFrom('x', 'y', 'z'), fc.dictionary(fc.constantFrom('en', 'es'), fc.constantFrom('1', '2'))),
);

test('nothing that either side wrote is lost without being told', () => {
  fc.assert(
    fc.property(tree, tree, tree, (was, mine, theirs) => {
      const { data, conflicts } = merge(was, mine, theirs);
      const told = (path: readonly (string | number)[]): boolean =>
        conflicts.some((each) => each.path.every((part, index) => part === path[index]));
      const leaves = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]))
          : [path];
      for (const side of [mine, theirs]) {
        for (const path of leaves(side)) {
          const wrote = valueAt(side, path);
          if (same(wrote, valueAt(was, path)) || told(path)) continue;
          expect(valueAt(data, path)).toEqual(wrote);
        }
      }
    }),
  );
});

test('a side that changed nothing gets the other one as it is', () => {
  fc.assert(
    fc.property(tree, tree, (was, other) => {
      expect(merge(was, was, other)).toMatchObject({ conflicts: [] });
      expect(same(merge(was, was, other).data ?? {}, other)).toBe(true);
      expect(same(merge(was, other, was).data ?? {}, other)).toBe(true);
    }),
  );
});
