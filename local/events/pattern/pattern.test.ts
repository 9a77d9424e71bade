import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, parsePattern } from './pattern.ts';

const matches = (pattern: unknown, event: unknown): boolean => compilePattern(pattern)(event);
const refusal = (pattern: unknown): string => {
  try {
    compilePattern(pattern);
  } catch (error) {
    expect((error as { code: string }).code).toBe('InvalidEventPatternException');
    return (error as Error).message;
  }
  return 'accepted';
};

describe('a leaf takes what one of its alternatives takes', () => {
  const cases: [string, unknown[], unknown[], unknown[]][] = [
    ['a string', ['a', 'b'], ['a', 'b', ['x', 'a']], ['c', 'A', '', null, undefined, ['c'], { a: 1 }]],
    ['a number', [100], [100, 1e2], ['100', 101]],
    ['true and false', [true], [true], ['true', false, 1]],
    ['null', [null], [null], ['null', 0, undefined]],
    ['prefix', [{ prefix: 'uploads/' }], ['uploads/a'], ['media/uploads/', 'Uploads/a', 7]],
    ['prefix ignoring case', [{ prefix: { 'equals-ignore-case': 'UP' } }], ['upload', 'UPload'], ['down']],
    ['suffix', [{ suffix: '.png' }], ['a.png'], ['a.PNG', 'png']],
    ['suffix ignoring case', [{ suffix: { 'equals-ignore-case': '.PNG' } }], ['a.png'], ['a.jpg']],
    ['equals-ignore-case', [{ 'equals-ignore-case': 'Alice' }], ['alice', 'ALICE'], ['alic', 'alices']],
    ['wildcard', [{ wildcard: 'a*c*e' }], ['ace', 'abcde', 'aXcXe'], ['abcdef', 'ae', 'acd']],
    ['an escaped asterisk', [{ wildcard: 'a\\*b*' }], ['a*b', 'a*bc'], ['aXb']],
    ['numeric', [{ numeric: ['>', 0, '<=', 5] }], [1, 5], [0, 5.1, '3']],
    ['numeric equality', [{ numeric: ['=', 3.5] }], [3.5], [3]],
    ['cidr of version 4', [{ cidr: '10.0.0.0/24' }], ['10.0.0.255'], ['10.0.1.0', 'fe80::1', 'x']],
    ['cidr of version 6', [{ cidr: '2001:db8::/32' }], ['2001:db8:1::1'], ['2001:db9::1', '10.0.0.1']],
    ['anything-but', [{ 'anything-but': 'init' }], ['done', 5, null], ['init', undefined]],
    ['anything-but of a list', [{ 'anything-but': [1, 2] }], [3, '1'], [1, 2]],
    ['anything-but with a prefix', [{ 'anything-but': { prefix: 'in' } }], ['out'], ['init']],
    ['anything-but with suffixes', [{ 'anything-but': { suffix: ['.a', '.b'] } }], ['x.c'], ['x.a', 'x.b']],
    ['anything-but with a wildcard', [{ 'anything-but': { wildcard: '*/lib/*' } }], ['/src/a'], ['/lib/a']],
    ['exists', [{ exists: true }], [null, '', 0, ['a']], [undefined, { deeper: 1 }]],
    ['exists: false', [{ exists: false }], [undefined, { deeper: 1 }], [null, 'a']],
    ['absence or a value', [{ exists: false }, 'a'], [undefined, 'a'], ['b']],
  ];
  test.each(cases)('%s', (_, alternatives, taken, left) => {
    for (const value of taken) expect(matches({ field: alternatives }, { field: value }), `${value}`).toBe(true);
    for (const value of left) expect(matches({ field: alternatives }, { field: value }), `${value}`).toBe(false);
  });
});

describe('a pattern asks of a whole event', () => {
  test('that every field it names matches; others do not count', () => {
    const pattern = { source: ['aws.s3'], detail: { bucket: { name: ['uploads'] } } };
    expect(matches(pattern, { source: 'aws.s3', detail: { bucket: { name: 'uploads' }, more: 1 } })).toBe(true);
    expect(matches(pattern, { source: 'aws.s3', detail: { bucket: { name: 'media' } } })).toBe(false);
    expect(matches(pattern, { source: 'aws.s3' })).toBe(false);
  });

  test('one of several ways, with $or', () => {
    const pattern = { detail: { $or: [{ a: [1] }, { b: [2] }], c: [3] } };
    expect(matches(pattern, { detail: { a: 1, c: 3 } })).toBe(true);
    expect(matches(pattern, { detail: { b: 2, c: 3 } })).toBe(true);
    expect(matches(pattern, { detail: { a: 1, b: 2 } })).toBe(false);
  });

  test('all of one object in a list, not parts of several', () => {
    const pattern = { items: { name: ['a'], size: [1] } };
    expect(matches(pattern, { items: [{ name: 'b' }, { name: 'a', size: 1 }] })).toBe(true);
    expect(matches(pattern, { items: [{ name: 'a' }, { name: 'b', size: 1 }] })).toBe(false);
  });

  test('only fields of its own, whatever JavaScript adds to objects', () => {
    expect(matches({ constructor: [{ exists: true }] }, {})).toBe(false);
    expect(matches({ toString: { name: [{ exists: true }] } }, {})).toBe(false);
  });
});

describe('a pattern is refused, with the reason', () => {
  test.each<[string, unknown, RegExp]>([
    ['no object', [], /Filter is not an object/],
    ['an empty object', {}, /Filter is not an object/],
    ['a value outside a list', { source: 'a' }, /"source" must be an object or an array/],
    ['an empty list', { source: [] }, /Empty arrays are not allowed/],
    ['a list in a list', { source: [['a']] }, /Match value must be/],
    ['an unknown operator', { source: [{ like: 'a' }] }, /Unrecognized match type like/],
    ['an operator that JavaScript happens to know', { source: [{ constructor: 1 }] }, /Unrecognized match type/],
    ['two operators', { source: [{ prefix: 'a', suffix: 'b' }] }, /Only one key allowed/],
    ['an operator in capitals', { source: [{ Prefix: 'a' }] }, /Unrecognized match type Prefix/],
    ['exists with text', { source: [{ exists: 'true' }] }, /exists match pattern must be either true or false/],
    ['numeric without a pair', { a: [{ numeric: ['>'] }] }, /numeric/],
    ['numeric with another sign', { a: [{ numeric: ['!=', 1] }] }, /Unrecognized numeric range operator/],
    ['numeric with a sign that JavaScript knows', { a: [{ numeric: ['constructor', 1] }] }, /Unrecognized numeric/],
    ['numeric upside down', { a: [{ numeric: ['>', 5, '<', 1] }] }, /Bottom must be less than top/],
    ['numeric out of range', { a: [{ numeric: ['>', 1e10] }] }, /not a number in range/],
    ['cidr without a slash', { a: [{ cidr: '10.0.0.1' }] }, /CIDR/],
    ['wildcards side by side', { a: [{ wildcard: 'a**b' }] }, /Consecutive wildcard/],
    ['anything-but of mixed values', { a: [{ 'anything-but': [1, 'a'] }] }, /anything but/],
    ['anything-but with JavaScript’s own', { a: [{ 'anything-but': { valueOf: 'x' } }] }, /Unsupported anything-but/],
    ['$or with one way', { $or: [{ a: [1] }] }, /at least 2/],
  ])('%s', (_, pattern, reason) => {
    expect(refusal(pattern)).toMatch(reason);
  });

  test('text that is no JSON', () => {
    expect(() => parsePattern('{')).toThrow(/not valid JSON/);
  });
});

const name = fc.oneof(
  fc.constantFrom('a', 'b', 'constructor', 'toString', '__proto__', 'hasOwnProperty'),
  fc.string({ maxLength: 4 }),
);
const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));

/** An event, and the pattern that asks for exactly its values. */
const tree: fc.Memo<Record<string, unknown>> = fc.memo((depth) =>
  fc.dictionary(
    name.filter((key) => !key.includes('.') && key !== '$or'),
    depth <= 1 ? scalar : fc.oneof(scalar, tree()),
    { minKeys: 1, maxKeys: 4 },
  ),
);
const exactly = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, exactly(member)]))
    : [value];

describe('whatever is asked', () => {
  test('the pattern of an event’s own values matches it, with more in it as well, and not with a value changed', () => {
    fc.assert(
      fc.property(tree(3), (event) => {
        const pattern = compilePattern(exactly(event));
        expect(pattern(event)).toBe(true);
        expect(pattern({ ...event, 'another field': 1 })).toBe(true);
        const [first = ''] = Object.keys(event);
        expect(pattern({ ...event, [first]: 'something else entirely' })).toBe(false);
        expect(pattern(Object.fromEntries(Object.entries(event).slice(1)))).toBe(false);
      }),
    );
  });

  test('a pattern is either refused with EventBridge’s code or decides about any event', () => {
    const operators = fc.constantFrom('prefix', 'suffix', 'wildcard', 'numeric', 'cidr', 'anything-but', 'exists');
    const alternative = fc.oneof(scalar, fc.dictionary(fc.oneof(operators, name), fc.jsonValue(), { maxKeys: 2 }));
    const pattern = fc.dictionary(fc.oneof(name, fc.constant('$or')), fc.oneof(fc.array(alternative), fc.jsonValue()));
    fc.assert(
      fc.property(pattern, fc.jsonValue(), (text, event) => {
        let compiled: ReturnType<typeof compilePattern>;
        try {
          compiled = compilePattern(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'InvalidEventPatternException' });
          return;
        }
        expect(typeof compiled(event)).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  test('a wildcard takes what the same regular expression takes', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 }),
        (pieces, value) => {
          const text = pieces.join('*');
          fc.pre(!text.includes('**'));
          expect(matches({ f: [{ wildcard: text }] }, { f: value })).toBe(
            new RegExp(`^${pieces.join('.*')}$`).test(value),
          );
        },
      ),
    );
  });
});
