import { sentencesIn } from '../answering/language/fold.ts';

/** A text that grows, given out sentence by sentence; put together they are the text, without what shows nothing. */
export type Sentences = {
  /** Takes the next piece, of any length; answers the sentences that are whole by now. */
  add(piece: string): string[];
  /** What is left at the end. */
  rest(): string;
};

/** Blanks and unseen characters as plain text has them. */
const plain = (text: string): string => text.replace(/[\t\r]/g, ' ').replace(/[^\P{C}\n]/gu, '');

/** Cuts a text as it comes, in the language `locale`. */
export const createSentences = (locale: string): Sentences => {
  let waiting = '';
  let begun = false;
  const out = (text: string): string => {
    const shown = plain(begun ? text : text.trimStart());
    begun ||= shown !== '';
    return shown;
  };
  return {
    add(piece) {
      waiting += piece;
      const whole: string[] = [];
      let from = 0;
      for (const sentence of sentencesIn(waiting, locale)) {
        const at = waiting.indexOf(sentence, from);
        const end = at + sentence.length;
        // "at 8 p." may be one, until the next letter tells (Unicode Standard Annex #29, rule SB8).
        if (at < 0 || !/\p{L}/u.test(waiting.slice(end))) break;
        whole.push(out(waiting.slice(from, end)));
        from = end;
      }
      waiting = waiting.slice(from);
      return whole.filter((sentence) => sentence !== '');
    },
    rest() {
      const last = out(waiting.trimEnd());
      waiting = '';
      return last;
    },
  };
};
