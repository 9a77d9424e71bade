import { describe, expect, it } from 'vitest';
import { jsonProblem } from './json-problem.ts';

const said = (text: string): [string, string] => {
  const { message, location } = jsonProblem(text);
  const [words = '', place = ''] = message.split('\n at ');
  expect(place).toBe(location);
  return [words, location.slice(location.lastIndexOf('; ') + 2, -1)];
};

describe('a text that is not JSON', () => {
  it.each([
    ['word', "Unrecognized token 'word': was expecting", 'line: 1, column: 5'],
    ['{"a": wrong }', "Unrecognized token 'wrong': was expecting", 'line: 1, column: 12'],
    ['{} more', "Unrecognized token 'more': was expecting", 'line: 1, column: 8'],
    [
      '{"a": 1,}',
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
      'line: 1, column: 10',
    ],
    [
      "{'a': 1}",
      "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
      'line: 1, column: 3',
    ],
    ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate", 'line: 1, column: 7'],
    [
      '{\n"a": 1\n"b"}',
      "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
      'line: 3, column: 2',
    ],
    [
      '[1 2]',
      "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries",
      'line: 1, column: 5',
    ],
    ['[,]', "Unexpected character (',' (code 44)): expected a valid value", 'line: 1, column: 3'],
    ['{"a": 1', 'Unexpected end-of-input: expected close marker for Object (start marker at', 'line: 1, column: 8'],
    ['[1,', 'Unexpected end-of-input within/between Array entries', 'line: 1, column: 4'],
    ['"a', 'Unexpected end-of-input: was expecting closing quote for a string value', 'line: 1, column: 3'],
    ['"\\x"', "Unrecognized character escape 'x' (code 120)", 'line: 1, column: 4'],
    ['"\t"', 'Illegal unquoted character ((CTRL-CHAR, code 9))', 'line: 1, column: 3'],
    ['01', 'Invalid numeric value: Leading zeroes not allowed', 'line: 1, column: 3'],
  ])('such as %j is told where and why', (text, words, place) => {
    expect(() => JSON.parse(text)).toThrow();
    const [message, where] = said(text);
    expect(message).toContain(words);
    expect(where).toBe(place);
  });

  it('is shown in part where it is long', () => {
    const { location } = jsonProblem(`${'['.repeat(600)}`);
    expect(location).toBe(`[Source: (String)"${'['.repeat(500)}"[truncated 100 chars]; line: 1, column: 601]`);
  });

  it.each(['', '-', '1.', '1e', '"\\u12', '{"a":', '[', '}', '\u0000', '😀', 'tru', '[1}', '{"a":"b"', '{"a"'])(
    'such as %j is never taken for JSON',
    (text) => {
      expect(() => JSON.parse(text)).toThrow();
      expect(said(text)[0]).not.toMatch(/not JSON|NaN/);
    },
  );
});
