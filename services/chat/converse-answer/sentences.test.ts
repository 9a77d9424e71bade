import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSentences } from './sentences.ts';

const cut = (text: string, at: readonly number[]): string[] => {
  const places = [0, ...[...at].sort((one, other) => one - other), text.length];
  return places.slice(1).map((to, index) => text.slice(places[index], to));
};

const given = (pieces: readonly string[], locale = 'en'): string[] => {
  const sentences = createSentences(locale);
  return [...pieces.flatMap((piece) => sentences.add(piece)), sentences.rest()];
};

test.each([
  ['It opens at 8 p.m. on Friday. Come early.', ['It opens at 8 p.m. on Friday.', ' Come early.']],
  ['It is 4.5 hours long. It has two parts.', ['It is 4.5 hours long.', ' It has two parts.']],
  ['One line\nanother line\n\nA paragraph.\n', ['One line', '\nanother line', '\n\nA paragraph.']],
  ['  “Who is it?” asks the keeper. Nobody answers!', ['“Who is it?”', ' asks the keeper.', ' Nobody answers!']],
])('%j is cut at the ends of its sentences, wherever its pieces end', (text, expected) => {
  expect(given([text])).toEqual(expected);
  expect(given([...text])).toEqual(expected);
  const places = fc.array(fc.nat(text.length), { maxLength: 6 });
  fc.assert(
    fc.property(places, (at) => {
      expect(given(cut(text, at))).toEqual(expected);
    }),
  );
});

test('a sentence is given out when a letter of the next one is there, not before', () => {
  const sentences = createSentences('en');
  expect(['It opens', ' on Friday', '.', ' ', '4', ' d', 'ays'].map((piece) => sentences.add(piece))).toEqual(
    Array(7).fill([]),
  );
  expect(createSentences('en').add('It opens. T')).toEqual(['It opens.']);
});

test('what shows nothing is left out', () => {
  expect(given(['It\u200b opens\u202e on\tFri\u0007day.\r\n'])).toEqual(['It opens on Friday.']);
});

test('whatever comes, put together it is the text as it is shown', () => {
  const pieces = fc.array(fc.string({ unit: fc.constantFrom(...'aB1 .!?\n¿«»"\t') }), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, (all) => {
      expect(given(all).join('')).toBe(all.join('').replaceAll('\t', ' ').trim());
    }),
  );
});
