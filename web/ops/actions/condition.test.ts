import { expect, test } from 'vitest';
import { type Condition, ConditionNotReadError, holds, type Item } from './condition.ts';

const item: Item = {
  claim: { S: 'mine' },
  state: { S: 'failed' },
  sequencer: { S: '0017' },
  attempts: { N: '9' },
  refs: { SS: ['a'] },
  focalPoint: { M: { x: { N: '48' } } },
};

const says = (
  ConditionExpression: string,
  values: Condition['ExpressionAttributeValues'] = {},
  of: Item | undefined = item,
) => holds({ ConditionExpression, ExpressionAttributeNames: { '#s': 'state' }, ExpressionAttributeValues: values }, of);

test.each<[string, Condition['ExpressionAttributeValues'], boolean]>([
  ['claim = :c', { ':c': { S: 'mine' } }, true],
  ['claim = :c', { ':c': { S: 'other' } }, false],
  ['claim <> :c', { ':c': { S: 'other' } }, true],
  ['attribute_not_exists(gone) AND #s IN (:a, :b)', { ':a': { S: 'ready' }, ':b': { S: 'failed' } }, true],
  ['NOT attribute_exists(claim)', {}, false],
  ['sequencer < :s OR (sequencer = :s AND #s = :f)', { ':s': { S: '0017' }, ':f': { S: 'failed' } }, true],
  ['attempts < :n', { ':n': { N: '10' } }, true],
  ['attempts BETWEEN :a AND :b AND claim = :c', { ':a': { N: '1' }, ':b': { N: '8' }, ':c': { S: 'mine' } }, false],
  ['contains(refs, :r) AND size(refs) = :one', { ':r': { S: 'a' }, ':one': { N: '1' } }, true],
  ['begins_with(sequencer, :p)', { ':p': { S: '00' } }, true],
  ['focalPoint.x >= :x', { ':x': { N: '48' } }, true],
  ['attempts < :s', { ':s': { S: '10' } }, false],
  ['missing < :n', { ':n': { N: '1' } }, false],
])('%s', (expression, values, expected) => {
  expect(says(expression, values)).toBe(expected);
});

test('of an item that is not there only what asks for its absence holds', () => {
  expect(holds({ ConditionExpression: 'attribute_not_exists(pk)' }, undefined)).toBe(true);
  expect(holds({ ConditionExpression: 'a = :a', ExpressionAttributeValues: { ':a': { S: '' } } }, undefined)).toBe(
    false,
  );
});

test.each(['claim =', 'claim', '(claim = :a', 'claim = :a extra', 'claim LIKE :a', '§'])(
  'what is not read is said, not guessed: %s',
  (expression) => {
    expect(() => says(expression)).toThrow(ConditionNotReadError);
  },
);
