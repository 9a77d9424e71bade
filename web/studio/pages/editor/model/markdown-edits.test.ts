import { expect, test } from 'vitest';
import { type Edit, edited } from './markdown-edits.ts';

/** `|` marks what is selected. */
const after = (edit: Edit, marked: string): string => {
  const [before = '', inside = '', rest = ''] = marked.split('|');
  const from = before.length;
  const {
    text,
    from: start,
    to,
  } = edited(edit, { text: before + inside + rest, from, to: from + inside.length }, 'text');
  return `${text.slice(0, start)}|${text.slice(start, to)}|${text.slice(to)}`;
};

test('signs are put around what is selected, and taken away again', () => {
  expect(after('bold', 'a |lamp| here')).toBe('a **|lamp|** here');
  expect(after('bold', 'a **|lamp|** here')).toBe('a |lamp| here');
  expect(after('italic', 'a || here')).toBe('a *|text|* here');
});

test('every line that is touched is a heading or stands in a list, or does so no more', () => {
  expect(after('heading', 'one\ntw|o|')).toBe('one\n### tw|o|');
  expect(after('heading', 'one\n### tw|o|')).toBe('one\ntw|o|');
  expect(after('list', '|one\n2. two|\nthree').replaceAll('|', '')).toBe('- one\n- two\nthree');
  expect(after('list', '|- one\n- two|').replaceAll('|', '')).toBe('one\ntwo');
});

test('a link has what is selected as its words, and its address is written next', () => {
  expect(after('link', 'see |the tower|.')).toBe('see [the tower](|https://|).');
});
