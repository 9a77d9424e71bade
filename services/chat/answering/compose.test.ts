import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, failedAnswer, pieces } from './compose.ts';
import type { Evidence, Understood } from './understood.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';

const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  source: { path: '/questions/#when', title: 'When?', itemId: 'when' },
  text: 'On Friday. In London.',
  sentences: ['On Friday.', 'In London.'],
  curated: true,
  score: 1,
  ...more,
});
const understood = (more: Partial<Understood> = {}): Understood => ({
  outcome: 'answer',
  locale: 'en',
  question: 'When?',
  evidence: [evidence()],
  ...more,
});

describe('an answer', () => {
  test('is what an editor wrote, whole, with its paragraphs', () => {
    const text = 'On Friday.\nIn London.';
    expect(compose(understood({ evidence: [evidence({ text })] })).text).toBe(text);
  });

  test('has the question before it that it takes to be understood', () => {
    expect(compose(understood({ evidence: [evidence({ lead: 'When?' })] })).text).toBe(
      'When?\n\nOn Friday. In London.',
    );
  });

  test('is the best sentences of a passage; what ends without a stop ends a line', () => {
    const passage = evidence({
      curated: false,
      text: 'A. B. C. D.',
      sentences: ['Episode 1: Shards', 'Mina climbs.', 'She falls.'],
    });
    expect(compose(understood({ evidence: [passage] })).text).toBe('Episode 1: Shards\nMina climbs. She falls.');
  });

  test('names its sources, the best first, each page once, without those that come after at a distance', () => {
    const at = (path: string, score: number): Evidence => evidence({ source: { path, title: path }, score });
    const answer = compose(understood({ evidence: [at('/a/', 1), at('/a/', 0.95), at('/b/', 0.9), at('/c/', 0.5)] }));
    expect(answer.sources.map(({ path }) => path)).toEqual(['/a/', '/b/']);
  });
});

describe('where there is no answer', () => {
  const options = ['One?', 'Two?', 'Three?'].map((question) => ({ label: question, question }));
  const dos = (more: Partial<Understood>) =>
    compose(understood({ evidence: [], ...more })).suggestions.map((each) => each.do);

  test('two related questions and a person are offered', () => {
    expect(dos({ outcome: 'unknown', options })).toEqual(['ask', 'ask', 'person']);
  });

  test('what is sealed names its day, offers to answer then, and a person', () => {
    const sealed = understood({ outcome: 'sealed', opens: 'Friday 27 November 2026' });
    expect(compose(sealed).text).toContain('Friday 27 November 2026');
    expect(compose(sealed).sources).toHaveLength(1);
    expect(dos({ outcome: 'sealed' })).toEqual(['later', 'person']);
  });

  test('what may be meant is offered', () => {
    expect(dos({ outcome: 'clarify', options })).toEqual(['ask', 'ask', 'ask']);
  });

  test('a person is offered where one is asked for and where something broke, and nothing else is offered', () => {
    expect(dos({ outcome: 'person' })).toEqual(['person']);
    expect(failedAnswer('es').suggestions.map((each) => each.do)).toEqual(['person']);
    expect(dos({ outcome: 'refused' })).toEqual([]);
    expect(dos({ outcome: 'out-of-scope' })).toEqual([]);
  });

  test('it is said in the language of the question', () => {
    expect(compose(understood({ outcome: 'unknown', evidence: [], locale: 'es-MX' })).text).toBe(es.unknown);
    expect(compose(understood({ outcome: 'unknown', evidence: [], locale: 'fi' })).text).toBe(en.unknown);
    expect(compose(understood({ outcome: 'small-talk', talk: 'thanks', evidence: [] })).text).toBe(en.thanks);
  });
});

test('no fixed reply shouts or grovels', () => {
  for (const words of [en, es]) {
    for (const reply of Object.values(words)) {
      const text = typeof reply === 'string' ? reply : reply('Friday');
      expect(text).not.toMatch(/[!¡]|sorry|please|oops|lo siento|por favor|as an AI/i);
    }
  }
});

test('the pieces of an answer are sentences, and together they are its text', () => {
  const answer = compose(understood({ evidence: [evidence({ text: 'On Friday.\nIn London.' })] }));
  expect(pieces(answer)).toEqual(['On Friday.', '\nIn London.']);
  void fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(pieces({ ...answer, text }).join('')).toBe(text);
    }),
  );
});
