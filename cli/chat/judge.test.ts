import { describe, expect, test } from 'vitest';
import { isRightFirst, judge } from './judge.ts';

const answer = (itemIds: readonly string[], outcome = 'answer', text = 'On Friday 4 December.') => ({
  outcome,
  text,
  sources: itemIds.map((itemId) => ({ itemId })),
});

describe('where an item says the answer', () => {
  const asked = { expected: ['faq/when', 'title/lamps'], says: [], contains: [] };

  test('it is a hit that one of them comes first', () => {
    expect(judge(asked, answer(['lamps', 'other']))).toBe('hit');
  });

  test('it is near that another comes before it', () => {
    expect(judge(asked, answer(['other', 'when']))).toBe('near');
  });

  test('it is a miss that none is there, and that nothing is answered', () => {
    expect(judge(asked, answer(['other']))).toBe('miss');
    expect(judge(asked, answer([], 'unknown'))).toBe('miss');
    expect(judge(asked, answer(['when'], 'failed'))).toBe('miss');
  });

  test('a notice that it is sealed may be the answer', () => {
    expect(judge(asked, answer(['when'], 'sealed'))).toBe('hit');
  });

  test('an answer that leaves out what it had to say is near', () => {
    expect(judge({ ...asked, contains: ['5 December'] }, answer(['when']))).toBe('near');
    expect(judge({ ...asked, contains: ['5 December', '4 december'] }, answer(['when']))).toBe('hit');
  });
});

describe('where an address of the site is expected', () => {
  const at = (path: string) => ({ outcome: 'answer', text: '', sources: [{ path, itemId: 'when' }] });
  const expecting = (path: string) => ({ expected: [path], says: [], contains: [] });

  test('a page stands for every place on it', () => {
    expect(judge(expecting('/questions/'), at('/questions/#when'))).toBe('hit');
    expect(judge(expecting('/questions/'), at('/questions/more/'))).toBe('miss');
  });

  test('a place on a page is no other place', () => {
    expect(judge(expecting('/questions/#when'), at('/questions/#when'))).toBe('hit');
    expect(judge(expecting('/questions/#where'), at('/questions/#when'))).toBe('miss');
  });
});

describe('where a text is expected', () => {
  const asked = { expected: [], says: ['It opens on **Friday** 4 December, at 20:00.'], contains: [] };
  const saying = (text: string, outcome = 'answer') => judge(asked, { outcome, text, sources: [] });

  test('it is a hit that the answer has it, whatever the case, the marks and the punctuation', () => {
    expect(saying('Soon! it opens on fríday 4 December at 20:00; everywhere.')).toBe('hit');
  });

  test('it is near that seven in ten of its words are there, and a miss that fewer are', () => {
    expect(saying('On Friday 4 December at 20:00.')).toBe('near');
    expect(saying('On Friday 4 December.')).toBe('miss');
    expect(judge({ ...asked, says: ['a a b c d e f g h i'] }, answer([], 'answer', 'a b c d e f'))).toBe('miss');
    expect(judge({ ...asked, says: ['a a b c d e f g h i'] }, answer([], 'answer', 'a a b c d e f'))).toBe('near');
  });

  test('half a word is none of its words', () => {
    expect(judge({ ...asked, says: ['art'] }, answer([], 'answer', 'Part one.'))).toBe('miss');
  });

  test('one of several texts is enough', () => {
    expect(judge({ ...asked, says: ['Nobody.', 'You.'] }, answer([], 'answer', 'You.'))).toBe('hit');
  });

  test('it may be what is said where nothing is answered, and never what is said where something broke', () => {
    expect(saying('It opens on Friday 4 December at 20:00.', 'unknown')).toBe('hit');
    expect(saying('It opens on Friday 4 December at 20:00.', 'failed')).toBe('miss');
  });

  test('an answer that has it and leaves out what it had to say is near', () => {
    const more = { ...asked, says: ['4 December'], contains: ['5 December'] };
    expect(judge(more, answer([]))).toBe('near');
  });
});

test('the first source is right whatever the answer says', () => {
  const asked = { expected: ['faq/when'] };
  expect(isRightFirst(asked, answer(['when'], 'answer', 'Nothing of it.'))).toBe(true);
  expect(isRightFirst(asked, answer(['other', 'when']))).toBe(false);
  expect(isRightFirst(asked, answer([]))).toBe(false);
  expect(isRightFirst(asked, answer(['when'], 'failed'))).toBe(false);
});

describe('where nothing may be answered', () => {
  const asked = { expected: [], says: [], contains: [] };

  test.each(['unknown', 'sealed', 'out-of-scope', 'refused', 'person', 'small-talk'])('%s is a hit', (outcome) => {
    expect(judge(asked, answer(['when'], outcome))).toBe('hit');
  });

  test.each(['answer', 'clarify', 'failed'])('%s is a miss', (outcome) => {
    expect(judge(asked, answer(['when'], outcome))).toBe('miss');
  });
});
