import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('a value is made once for a key, and again when others have pushed it out', () => {
  const made: string[] = [];
  const upper = remember(2, (key) => {
    made.push(key);
    return key.toUpperCase();
  });
  expect([upper('a'), upper('a'), upper('b'), upper('a'), upper('c'), upper('a'), upper('b')]).toEqual([
    'A',
    'A',
    'B',
    'A',
    'C',
    'A',
    'B',
  ]);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('nothing is not remembered', () => {
  let calls = 0;
  const find = remember(2, () => {
    calls += 1;
    return undefined;
  });
  expect([find('a'), find('a')]).toEqual([undefined, undefined]);
  expect(calls).toBe(2);
});
