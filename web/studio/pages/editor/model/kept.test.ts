import { expect, test } from 'vitest';
import { createKept, type Work } from './kept.ts';

const memory = (most = 10) => {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem(key: string, value: string) {
      if (values.size >= most && !values.has(key)) throw new Error('the store is full');
      values.set(key, value);
    },
    removeItem: (key: string) => void values.delete(key),
  };
};

const work = (text: string, at = '2026-11-23T10:00:00.000Z'): Work => ({
  ...{ version: 3, base: { name: { en: 'Lamp' } }, data: { name: { en: text } }, at },
});
const nobody = () => false;

test('work is found again by whoever left it, and by nobody else', () => {
  const store = memory();
  createKept({ store, person: 'ada', tab: '1' }).keep('wren', work('Mine'));
  expect(createKept({ store, person: 'ben', tab: '1' }).adopt('wren', nobody)).toBeUndefined();
  expect(createKept({ store, person: 'ada', tab: '1' }).adopt('mei', nobody)).toBeUndefined();
  const later = createKept({ store, person: 'ada', tab: '2' });
  expect(later.items()).toEqual(['wren']);
  expect(later.adopt('wren', nobody)).toEqual(work('Mine'));
  expect(store.length, 'it is this tab’s now').toBe(1);
  later.forget('wren');
  expect(store.length).toBe(0);
});

test('what an open tab writes is left to it; of others the latest is taken', () => {
  const store = memory();
  const tab = (name: string) => createKept({ store, person: 'ada', tab: name });
  tab('1').keep('wren', work('old', '2026-11-23T09:00:00.000Z'));
  tab('2').keep('wren', work('new', '2026-11-23T11:00:00.000Z'));
  tab('3').keep('wren', work('open', '2026-11-23T12:00:00.000Z'));
  const open = tab('3').keyOf('wren');
  expect(tab('4').adopt('wren', (key) => key === open)?.data).toEqual({ name: { en: 'new' } });
});

test('a store that is full or holds something else is no accident', () => {
  const store = memory(1);
  store.setItem('marquee-unsaved/wren/ada/1', '{"version":"x"}');
  const kept = createKept({ store, person: 'ada', tab: '2' });
  expect(kept.adopt('wren', nobody)).toBeUndefined();
  expect(kept.keep('wren', work('Mine'))).toBe(false);
});
