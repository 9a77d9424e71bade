import { describe, expect, test } from 'vitest';
import { conversationsOf, parseCases, readCases } from './cases.ts';

const HEAD = 'question,locale,expected,contains,conversation,kind';

test('a case says its question, what answers it and what the answer has to say', () => {
  const [only] = parseCases(`${HEAD}\nWhen?,en,faq/when|title/lamps,4 December|5 December,uk,plain`, 'a.csv');
  expect(only).toEqual({
    line: 2,
    question: 'When?',
    locale: 'en',
    expected: ['faq/when', 'title/lamps'],
    says: [],
    contains: ['4 December', '5 December'],
    conversation: 'uk',
    kind: 'plain',
  });
});

test('three columns are enough, in any order', () => {
  const [only] = parseCases('expected,question,locale\n-,What is the weather like?,en', 'a.csv');
  expect(only).toMatchObject({ expected: [], says: [], contains: [], question: 'What is the weather like?' });
});

test('what answers it is a source, which may be an address of the site, or the text of an answer', () => {
  const text = 'question,locale,expected\nWhen?,en,/questions/#when|faq/when\nWho?,en,"You, and you alone. | Nobody."';
  expect(parseCases(text, 'a.csv')).toMatchObject([
    { expected: ['/questions/#when', 'faq/when'], says: [] },
    { expected: [], says: ['You, and you alone.', 'Nobody.'] },
  ]);
});

test('cases of one conversation stay together, others are on their own', () => {
  const cases = parseCases(`${HEAD}\na,en,-,,one,\nb,en,-,,,\nc,en,-,,one,`, 'a.csv');
  expect(conversationsOf(cases).map((each) => each.map(({ question }) => question))).toEqual([['a', 'c'], ['b']]);
});

describe('what cannot be judged by is told', () => {
  test.each([
    ['', 'a.csv:1: expected a line of headings'],
    ['question,locale', 'a.csv:1: the column "expected" is missing'],
    ['question,locale,expected,mood', 'a.csv:1: unknown column "mood"'],
    ['question,locale,expected,locale', 'a.csv:1: the column "locale" stands there twice'],
    ['question,locale,expected\nWhen?,en', 'a.csv:2: expected 3 cells'],
    ['question,locale,expected\n,en,-', 'a.csv:2: question: expected a text'],
    ['question,locale,expected\nWhen?,en,', 'a.csv:2: expected: expected a text'],
    ['question,locale,expected\nWhen?,en,faq/When', 'a.csv:2: expected: "faq/When" is no source'],
    ['question,locale,expected\nWhen?,en,//elsewhere.example', 'a.csv:2: expected: "//elsewhere.example" is no source'],
    ['question,locale,expected\nWhen?,en,faq/when|On Friday.', 'a.csv:2: expected: expected sources or texts'],
    ['question,locale,expected\nWhen?,en,…', 'a.csv:2: expected: "…" has no word'],
    ['question,locale,expected\nWhen?,en,|', 'a.csv:2: expected: "|" has no word'],
  ])('%j', (text, message) => {
    expect(() => parseCases(text, 'a.csv')).toThrow(message);
  });

  test('a file that is not there is named', async () => {
    await expect(readCases('/nowhere/a.csv')).rejects.toThrow('/nowhere/a.csv: there is no such file.');
  });
});
