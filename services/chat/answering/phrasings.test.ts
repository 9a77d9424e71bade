import { describe, expect, test } from 'vitest';
import type { Knowledge } from '../model/knowledge.ts';
import { filmKnowledge } from '../testing/small-knowledge.ts';
import { openKnowledge } from './library.ts';
import { understand } from './understand.ts';

const ways = (itemId: string, ...alsoAsked: string[]): Knowledge => {
  const { questions, pages, ...rest } = filmKnowledge();
  const listed = <Each extends { itemId?: string }>(each: Each): Each =>
    each.itemId === itemId ? { ...each, alsoAsked } : each;
  return { ...rest, questions: questions.map(listed), pages: pages.map(listed) };
};
const ask = (text: string, knowledge = filmKnowledge(), territory?: string) => {
  const { outcome, evidence } = understand(
    { text, locale: 'en', recent: [], ...(territory ? { territory } : {}) },
    new Map([['en', openKnowledge(knowledge)]]),
  );
  return [outcome, evidence[0]?.source.itemId];
};

describe('a listed way of asking', () => {
  const bladder = ways(
    'length',
    'Will my bladder survive it without a break?',
    'Is there time for the last tram home?',
  );

  test('finds the answer that it is listed with, in words that the answer does not have', () => {
    expect(ask('will my bladder survive it without a break?')[0]).not.toBe('answer');
    expect(ask('will my bladder survive it without a break?', bladder)).toEqual(['answer', 'length']);
    expect(ask('can a bladder survive it with no breaks', bladder)).toEqual(['answer', 'length']);
    expect(ask('is ther time for teh lsat tram home?', bladder)).toEqual(['answer', 'length']);
  });

  test('leads to a page, too, which answers with what it says best', () => {
    const birds = ways('elke-sandoval', 'Which birds live with the lead?');
    expect(ask('which birds live with the lead', birds)).toEqual(['answer', 'elke-sandoval']);
  });

  test('does not answer for a country where its answer does not hold', () => {
    const seats = ways('tickets', 'How do I get hold of a seat?');
    expect(ask('how do i get hold of a seat', seats, 'DE')).toEqual(['answer', 'tickets']);
    expect(ask('how do i get hold of a seat', seats, 'FR')[0]).not.toBe('answer');
  });

  test('does not answer what it shares a word or two with', () => {
    for (const text of ['is there a tram museum in Jena', 'what brand of bladder is it', 'who drives the last tram'])
      expect(ask(text, bladder)[0], text).not.toBe('answer');
  });
});

test('a curated question in its own words is always answered by its answer', () => {
  const { questions } = filmKnowledge();
  for (const { question, itemId } of questions)
    expect(ask(question, filmKnowledge(), 'DE')).toEqual(['answer', itemId]);
});

test.each([
  'How tall is the actor?',
  'What did the crew have for lunch on set?',
  'Did the film win a prize at Cannes?',
  'How do I get a fishing licence?',
])('%s is what no site tells, and not answered by what sounds like it', (text) => {
  expect(ask(text)[0]).not.toBe('answer');
});

test('unless this one does', () => {
  const { questions, ...rest } = filmKnowledge();
  const lunch = {
    itemId: 'lunch',
    question: 'What did the crew have for lunch on set?',
    answer: 'Lentil soup.',
    path: '/questions/#lunch',
  };
  expect(ask('what did the crew have for lunch on set', { ...rest, questions: [...questions, lunch] })).toEqual([
    'answer',
    'lunch',
  ]);
});

test('what is listed is answered, whatever its answer looks like', () => {
  const tall = ways('elke-sandoval', 'How tall is the lead?');
  expect(ask('how tall is the lead', tall)).toEqual(['answer', 'elke-sandoval']);
});
