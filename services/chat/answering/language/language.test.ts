import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, topicsIn } from './analyse.ts';
import { dayIn } from './days.ts';
import { languageOfText } from './detect.ts';
import { fold, sentencesIn, tidy, wordsIn } from './fold.ts';
import { languageOf } from './languages.ts';
import { placesIn } from './places.ts';
import { createSpeller, distance } from './spelling.ts';
import { stemEnglish } from './stem-english.ts';
import { stemSpanish } from './stem-spanish.ts';

const en = languageOf('en');

describe('stems', () => {
  test.each([
    ['film filmed filming films', stemEnglish],
    ['release released releases releasing', stemEnglish],
    ['story stories', stemEnglish],
    ['flash flashes flashing flashed', stemEnglish],
    ['estreno estrena estrenan estrenara estrenarse estrenado', stemSpanish],
    ['episodio episodios', stemSpanish],
    ['doblada doblaje doblar doblado', stemSpanish],
    ['luz luces', stemSpanish],
    ['descargar descargarla descarga', stemSpanish],
  ])('%s have one', (words, stem) => {
    expect(new Set(words.split(' ').map(stem)).size).toBe(1);
  });
});

describe('slips', () => {
  const speller = createSpeller([
    ['subtitles', 'premiere', 'castellane'],
    ['trailer', 'where'],
  ]);

  test.each([
    ['subtitels', 'subtitles'],
    ['premeire', 'premiere'],
    ['kastellane', 'castellane'],
    ['trialer', 'trailer'],
  ])('%s is %s', (typed, meant) => {
    expect(speller(typed)?.word).toBe(meant);
  });

  test('of short words, words that are known and words far from any are left', () => {
    for (const word of ['wer', 'where', 'broccoli']) expect(speller(word)).toBeUndefined();
  });

  test('two neighbours swapped are one slip', () => {
    expect(distance('teh', 'the', 2)).toBe(1);
    expect(distance('kitten', 'sitting', 2)).toBe(3);
  });
});

describe('countries', () => {
  const codes = (text: string): string[] => placesIn(wordsIn(text)).flatMap((place) => place.codes);

  test.each([
    ['and in Japan?', ['JP']],
    ['en Nueva Zelanda y en japón', ['NZ', 'JP']],
    ['the UK or the US', ['GB', 'US']],
    ['tell us more', []],
    ['the Nordics', ['SE', 'NO', 'DK', 'FI']],
    ['french captions', []],
    ['french viewers', ['FR']],
    ['constructor toString __proto__', []],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('what is asked', () => {
  const topics = (text: string, locale = 'en'): string[] => [
    ...topicsIn(analyse(text, languageOf(locale), { chat: true })).keys(),
  ];

  test.each([
    ['When does it come out?', 'en', 'when-out'],
    ['Where can I watch it?', 'en', 'where-to-watch'],
    ['Will there be a second season?', 'en', 'more-seasons'],
    ['My brother is deaf', 'en', 'for-the-deaf'],
    ['¿Cuánto dura?', 'es', 'length'],
    ['¿Hay subtítulos?', 'es', 'captions'],
    ['¿Dónde se rodó?', 'es', 'filmed-where'],
  ])('%s', (text, locale, topic) => {
    expect(topics(text, locale)).toContain(topic);
  });

  test('is no other question that has the same words', () => {
    expect(topics('How long is the trailer?')).not.toContain('length');
    expect(topics('When does the album come out?')).not.toContain('when-out');
  });
});

test.each([
  ['when can I watch it', 'es', 'en'],
  ['¿cuándo se estrena?', 'en', 'es'],
  ['Edda', 'es', 'es'],
  ['trailer', 'en', 'en'],
])('%s, asked on a page in %s, is %s', (text, own, expected) => {
  expect(languageOfText(text, ['en', 'es'], own)).toBe(expected);
});

test.each([
  ['It opens Friday 27 November 2026; until then nothing.', 'en', 'Friday 27 November 2026'],
  ['Se abre el viernes, 27 de noviembre de 2026.', 'es', 'viernes 27 de noviembre de 2026'],
  ['Nothing is said of a day.', 'en', undefined],
])('the day in "%s"', (text, locale, day) => {
  expect(dayIn(text, locale)).toBe(day);
});

test('numbers in words are whole', () => {
  const numbers = (text: string, locale: string): (string | undefined)[] =>
    analyse(text, languageOf(locale)).tokens.flatMap(({ number }) => number ?? []);
  expect(numbers('two hundred and six steps and forty-eight seconds', 'en')).toEqual(['206', '48']);
  expect(numbers('doscientos seis peldaños y cuarenta y ocho segundos', 'es')).toEqual(['206', '48']);
});

test('a text is cut at its lines and its sentences, and nothing of it is lost', () => {
  expect(sentencesIn('One. Two at 20:00, in London.\nThree', 'en')).toEqual([
    'One.',
    'Two at 20:00, in London.',
    'Three',
  ]);
});

test('what shows nothing is no part of a question', () => {
  expect(tidy(' a\u202eb\u200b \n c ')).toBe('ab c');
  expect(fold('Canción ﬁn ’s')).toBe("cancion fin 's");
});

test('any text is analysed, and its words stand where they say', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const { text: word, from, to } of analyse(text, en, { chat: true }).tokens) {
        expect(text.slice(from, to).replace(/[’‘ʼ`´]/g, "'")).toBe(word);
      }
    }),
  );
});
