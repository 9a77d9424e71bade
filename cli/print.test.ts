import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, duration, size, table } from './print.ts';

describe('a table', () => {
  test('has columns as wide as their widest cell, numbers to the right', () => {
    expect(
      table(
        ['FILE', 'N', 'NOTE'],
        [
          ['a.jpg', 7, 'fine'],
          ['longer.jpg', 1234, undefined],
        ],
        'none',
      ),
    ).toBe(['FILE           N  NOTE', 'a.jpg          7  fine', 'longer.jpg  1234'].join('\n'));
  });

  test('says what there is not', () => {
    expect(table(['FILE'], [], 'Nothing.')).toBe('Nothing.');
  });

  test('stays straight with characters of two units', () => {
    const [, emoji = '', plain = ''] = table(
      ['A', 'B'],
      [
        ['🎬', 'x'],
        ['ab', 'y'],
      ],
      '',
    ).split('\n');
    expect([[...emoji].indexOf('x'), [...plain].indexOf('y')]).toEqual([4, 4]);
  });

  test('has one line a row, whatever the cells hold, and nothing that steers the terminal', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const text = table(
          ['A', 'B'],
          cells.map((cell) => [cell, cell]),
          '',
        );
        expect(text.split('\n')).toHaveLength(cells.length + 1);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
    );
  });
});

test('text from elsewhere cannot steer the terminal', () => {
  expect(clean('a\u001b[2Jb\tc\nd\u202e')).toBe('a\ufffd[2Jb c d\ufffd');
});

test.each([
  [0, '0 ms'],
  [38.4, '38 ms'],
  [999.6, '1.0 s'],
  [9200, '9.2 s'],
  [59_940, '59.9 s'],
  [59_999, '1 m 0 s'],
  [119_700, '2 m 0 s'],
  [490_000, '8 m 10 s'],
])('%d milliseconds read as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

test.each([
  [812, '812 B'],
  [1500, '2 KB'],
  [999_499, '999 KB'],
  [999_999, '1.0 MB'],
  [1_440_000, '1.4 MB'],
])('%d bytes read as %s', (bytes, text) => {
  expect(size(bytes)).toBe(text);
});
