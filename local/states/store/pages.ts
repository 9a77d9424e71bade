import type { JsonObject } from '../language/json.ts';
import { HistoryLine, type Line } from './line.ts';

/** Most lines and, about, most characters of a page: whoever reads one line reads its page. */
const LONGEST = 40;
const LARGEST = 65_536;

/** Lines of one execution that were written together. `first` and `last` are the ids of its events. */
export type Page = { first: number; last: number; lines: string };

/** Puts lines of an execution, in their order, on pages. */
export const pagesOf = (lines: readonly Line[]): Page[] => {
  const pages: Page[] = [];
  let texts: string[] = [];
  let size = 0;
  let first = 0;
  for (const [index, line] of lines.entries()) {
    const text = write(line);
    if (texts.length === 0) first = line.id;
    texts.push(text);
    size += text.length;
    const next = lines[index + 1];
    if (next && texts.length < LONGEST && size < LARGEST) continue;
    pages.push({ first, last: line.id, lines: `[${texts.join(',')}]` });
    texts = [];
    size = 0;
  }
  return pages;
};

/** Paths and types are made of letters, digits, slashes and dots, which JSON has no escapes for. */
const write = ({ id, sub, path, type, previous, at, details, memo }: Line): string =>
  `[${id},${sub},"${path}","${type}",${previous},${at},${details},${memo}]`;

type Written = [number, number, string, string, number, number, JsonObject | null, JsonObject | null];

/** The lines of a page, in their order. */
export const linesOf = (text: string): Line[] =>
  (JSON.parse(text) as Written[]).map(
    ([id, sub, path, type, previous, at, details, memo]) =>
      new HistoryLine({ id, sub, path, type, previous, at }, details ?? undefined, memo ?? undefined),
  );
