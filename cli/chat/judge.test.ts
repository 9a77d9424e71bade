import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';

const answer = (itemIds: readonly string[], outcome = 'answer', text = 'On Friday 4 December.') => ({
  outcome,
  text,
  sources: itemIds.map((itemId) => ({ itemId })),
});

describe('where an item says the answer', () => {
  const asked = { expected: ['faq/when', 'title/lamps'], contains: [] };

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

describe('where nothing may be answered', () => {
  const asked = { expected: [], contains: [] };

  test.each(['unknown', 'sealed', 'out-of-scope', 'refused', 'person', 'small-talk'])('%s is a hit', (outcome) => {
    expect(judge(asked, answer(['when'], outcome))).toBe('hit');
  });

  test.each(['answer', 'clarify', 'failed'])('%s is a miss', (outcome) => {
    expect(judge(asked, answer(['when'], outcome))).toBe('miss');
  });
});
