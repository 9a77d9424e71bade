import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../usage.ts';
import { readCsv } from './csv.ts';

const cells = (text: string): (readonly string[])[] => readCsv(text, 'a.csv').map((row) => row.cells);

test('cells are parted by commas, rows by ends of lines of either kind', () => {
  expect(cells('a,b\nc,\r\n,d')).toEqual([
    ['a', 'b'],
    ['c', ''],
    ['', 'd'],
  ]);
});

test('a quoted cell holds commas, quotes and ends of lines', () => {
  expect(cells('"a,b","say ""so""","two\nlines"\n')).toEqual([['a,b', 'say "so"', 'two\nlines']]);
});

test('empty lines and a byte order mark are no rows', () => {
  expect(readCsv('\uFEFFa\n\nb\n', 'a.csv')).toEqual([
    { line: 1, cells: ['a'] },
    { line: 3, cells: ['b'] },
  ]);
});

describe('what is no CSV is told by line and column', () => {
  test.each([
    ['a,b\nc,d"e', 'a.csv:2:4: a quote inside a cell'],
    ['"a"b', 'a.csv:1:4: expected a comma'],
    ['a\n"two\nlines', 'a.csv:2:1: the quote that begins here is never closed'],
    ['a\rb', 'a.csv:1:2: a carriage return without a line feed'],
  ])('%j', (text, message) => {
    expect(() => readCsv(text, 'a.csv')).toThrow(UsageError);
    expect(() => readCsv(text, 'a.csv')).toThrow(message);
  });
});

test('whatever the cells hold, they are read as they were written', () => {
  const row = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 });
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  void fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      expect(cells(rows.map((each) => each.map(quoted).join(',')).join('\r\n'))).toEqual(rows);
    }),
  );
});
