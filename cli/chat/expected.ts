import { UsageError } from '../usage.ts';

/** What answers a question: sources, or the text of an answer; neither where it must not be answered. */
export type Expected = {
  /** Items, `faq/when-can-i-watch`, and paths of the site, `/questions/`; one of them is right. */
  expected: readonly string[];
  /** Texts of answers; one of them is right. */
  says: readonly string[];
};

const ITEM = /^[a-z-]+\/[a-z0-9][a-z0-9-]*$/;
const PATH = /^\/(?!\/)\S*$/;

/** What is written in one word with a slash is meant as a source, and not as an answer. */
const MEANT_AS_SOURCE = /^\S*\/\S*$/;

/** The parts of a cell between its bars. */
export const parted = (cell: string): string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);

/** Reads the cell of what is expected; `where` is put before what is wrong with it. Throws `UsageError`. */
export const readExpected = (cell: string, where: string): Expected => {
  if (cell === '-') return { expected: [], says: [] };
  const parts = parted(cell);
  const sources = parts.filter((part) => MEANT_AS_SOURCE.test(part));
  for (const source of sources) {
    if (!ITEM.test(source) && !PATH.test(source))
      throw new UsageError(
        `${where}: "${source}" is no source; one is written faq/when-can-i-watch, or /questions/, and - stands for none.`,
      );
  }
  const says = parts.filter((part) => !sources.includes(part));
  if (sources.length > 0 && says.length > 0)
    throw new UsageError(
      `${where}: expected sources or texts of an answer, found both: "${sources[0]}", "${says[0]}".`,
    );
  for (const text of parts.length === 0 ? [cell] : says) {
    if (wordsOf(text).length === 0) throw new UsageError(`${where}: "${text}" has no word.`);
  }
  return { expected: sources, says };
};

/** Words as they are compared: without case, marks on letters and punctuation. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
