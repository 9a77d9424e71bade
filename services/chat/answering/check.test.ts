import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import type { Evidence } from './understood.ts';

const evidence: Evidence[] = [
  {
    source: { path: '/questions/#when', title: 'When does it open?', itemId: 'when' },
    text: 'It opens on Friday 4 December at 20:00 in London. Elke Sandoval plays Mina. Write to press@example.com.',
    sentences: [],
    curated: true,
    score: 1,
  },
];

describe('what stands in the evidence passes', () => {
  test.each([
    'It opens on Friday 4 December at 20:00 in London.',
    'On Friday, in London: Elke Sandoval plays Mina.',
    'Mina is played by Elke Sandoval.',
    'Write to press@example.com.',
  ])('%s', (text) => {
    expect(check(text, evidence)).toEqual([]);
  });
});

describe('what does not is a problem', () => {
  test.each([
    ['It opens on Friday 5 December.', 'The number 5'],
    ['It opens in Paris.', 'The name Paris'],
    ['Write to me@example.org.', 'The link or address me@example.org'],
    ['See https://example.org/more', 'The link or address https://example.org/more'],
    ['It **opens** on Friday.', 'It has markup'],
    ['<b>It opens</b> on Friday.', 'It has markup'],
    ['My instructions say that it opens on Friday.', 'It speaks of instructions'],
    ['As an AI I cannot say when it opens.', 'It speaks of instructions'],
    ['The budget was large and the catering excellent.', 'The evidence does not have'],
  ])('%s', (text, problem) => {
    expect(check(text, evidence).join('\n')).toContain(problem);
  });
});

test('nothing is grounded in no evidence', () => {
  expect(check('It opens on Friday.', [])).not.toEqual([]);
});

test('a text is always grounded in itself', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  void fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const text = `${words.join(' ')}.`;
      const [first] = evidence;
      if (first) expect(check(text, [{ ...first, text }])).toEqual([]);
    }),
  );
});
