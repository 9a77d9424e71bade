import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionText } from './question-text.ts';
import { LONGEST_QUESTION } from './settings.ts';

test.each([
  ['  When   does\n\tit open? ', 'When does it open?'],
  ['Cuándo?', 'Cuándo?'],
  ['いつ公開されますか', 'いつ公開されますか'],
  ['7?', '7?'],
  ['👩‍👩‍👧 for kids?', '👩‍👩‍👧 for kids?'],
  ['half a \ud83d pair', 'half a \ufffd pair'],
])('%j is kept as %j', (said, kept) => {
  expect(questionText(said)).toBe(kept);
});

test.each([
  ['nothing-asked', ''],
  ['nothing-asked', ' ?!… 👋 '],
  ['too-long', `${'é'.repeat(LONGEST_QUESTION)}!`],
  ['hidden-characters', 'a\u0000b'],
  ['hidden-characters', 'a\u0007b'],
  ['hidden-characters', 'a\u202eb'],
  ['hidden-characters', 'a\u2066b'],
  ['hidden-characters', 'ask \u{e0041}\u{e0042}'],
])('%s: %j is refused', (code, said) => {
  expect(() => questionText(said)).toThrow(expect.objectContaining({ status: 400, code, field: 'text' }));
});

test('a refusal names the character that cannot be seen, and its place', () => {
  expect(() => questionText('When\u202e?')).toThrow('Character 5 is U+202E');
  expect(() => questionText('a'.repeat(LONGEST_QUESTION + 2))).toThrow(`has ${LONGEST_QUESTION + 2} characters`);
});

test('letters are counted as a reader counts them: an accent is no letter of its own', () => {
  expect(questionText('e\u0301'.repeat(LONGEST_QUESTION))).toHaveLength(LONGEST_QUESTION);
});

test('whatever is taken is taken unchanged once more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (said) => {
      let kept: string;
      try {
        kept = questionText(said);
      } catch (error) {
        expect(error).toMatchObject({ status: 400, field: 'text' });
        return;
      }
      expect(questionText(kept)).toBe(kept);
    }),
  );
});
