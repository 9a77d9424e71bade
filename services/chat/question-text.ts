import { Refusal } from '../shared/refusal.ts';
import { LONGEST_QUESTION } from './settings.ts';

/** Control characters but tab and line ends, and what changes the direction of text around it (Unicode TR 36, TR 63). */
const UNSEEN = /[\p{Cc}--[\t\n\r]]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/v;

/**
 * A question as it may be kept: well-formed, in NFC, white space tidied. Throws a `Refusal` that says what is wrong with it:
 * nothing to read, too long, characters that cannot be seen.
 */
export const questionText = (said: string): string => {
  const at = said.search(UNSEEN);
  if (at >= 0) {
    const code = (said.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new Refusal(
      400,
      'hidden-characters',
      `Character ${at + 1} is U+${code}, a control character or one that turns the direction of text; leave it out.`,
      'text',
    );
  }
  const text = said.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new Refusal(400, 'nothing-asked', 'There is no word in the question.', 'text');
  }
  const length = [...text].length;
  if (length > LONGEST_QUESTION) {
    const message = `The question has ${length} characters; at most ${LONGEST_QUESTION} are read. Ask it in fewer words.`;
    throw new Refusal(400, 'too-long', message, 'text');
  }
  return text;
};
