import { describe, expect, test } from 'vitest';
import { differenceOf, masksOf } from './compare.ts';
import type { Json, TransformerStep } from './recording.ts';

const masks = (transformers: [string, string][] = [], recordedAt = '2026-01-01') =>
  masksOf(
    transformers.map(
      ([from, to]): TransformerStep => ({ op: 'transformer', tkind: 'RegexTransformer', args: [from, to] }),
    ),
    '000000000000',
    recordedAt,
  );
const same = (expected: Json, actual: Json, given = masks()): boolean =>
  differenceOf(expected, actual, given) === undefined;

describe('an answer is as recorded', () => {
  test.each<[string, Json, Json]>([
    ['where it is the same', { a: [1, 'x', null] }, { a: [1, 'x', null] }],
    ['whatever stands for a time', { at: 'timestamp', on: 'date' }, { at: 1700000000.5, on: '2026-01-01T00:00:00Z' }],
    [
      'whatever stands for a placeholder',
      'arn:<partition>:x:<region>:111111111111:y/<resource:1>',
      'arn:aws:x:eu-west-1:000000000000:y/z',
    ],
    ['where JSON text is recorded parsed', { output: { a: 1 } }, { output: '{"a": 1}' }],
    ['where a list in text was written anew', '[1, 2]', '[1,2]'],
    [
      'whatever stack another language has',
      { errorType: 'E', errorMessage: 'm', stackTrace: ['x'] },
      { errorType: 'E', errorMessage: 'm', trace: [] },
    ],
    ['in whatever case headers are', { HttpHeaders: { 'X-Id': 'a' } }, { HttpHeaders: { 'x-id': 'a' } }],
    ['where a field is masked by its own name', { Server: 'Server' }, { Server: 'any' }],
  ])('%s', (_, expected, actual) => {
    expect(same(expected, actual)).toBe(true);
  });

  test('where a word of its transformers stands for a part of a text', () => {
    expect(
      same('The activity activity_arn is gone.', 'The activity arn:a:b is gone.', masks([['x', 'activity_arn']])),
    ).toBe(true);
    expect(
      same('The activity activity_arn is gone.', 'The activity arn:a:b is there.', masks([['x', 'activity_arn']])),
    ).toBe(false);
  });

  test('without members that AWS did not have yet, and only without those', () => {
    expect(same({ a: 1 }, { a: 1, redriveCount: 0 }, masks([], '2023-01-01'))).toBe(true);
    expect(same({ a: 1 }, { a: 1, redriveCount: 0 }, masks([], '2024-01-01'))).toBe(false);
  });

  test('where the recording client refused to send what the API refuses', () => {
    const refused = { exception_typename: 'ParamValidationError', exception_value: 'x' };
    expect(same(refused, { exception_typename: 'ValidationException', exception_value: 'y' })).toBe(true);
    expect(same(refused, { ResponseMetadata: {} })).toBe(false);
  });
});

test.each<[string, Json, Json, string]>([
  ['another value', { a: { b: [1, 2] } }, { a: { b: [1, 3] } }, '$.a.b[1]'],
  ['a member too few', { a: 1, b: 2 }, { a: 1 }, '$.b'],
  ['a member too many', { a: 1 }, { a: 1, b: 2 }, '$.b'],
  ['a shorter list', [1, 2], [1], '$'],
  ['a number as text where text is recorded', { a: 'x1' }, { a: 1 }, '$.a'],
  ['false where true is recorded', true, false, '$'],
])('%s is a difference, and told with its place', (_, expected, actual, path) => {
  expect(differenceOf(expected, actual, masks())?.path).toBe(path);
});
