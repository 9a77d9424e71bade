import { UsageError } from '../usage.ts';

/** A record with where it begins, both counted from 1. */
export type CsvRow = { line: number; cells: readonly string[] };

/**
 * Reads comma-separated values as RFC 4180 has them, ends of lines of either kind. Throws `UsageError`, which names line and column,
 * for a quote in the middle of a cell, for anything behind a closing one, and for one that is never closed.
 */
export const readCsv = (text: string, file: string): CsvRow[] => {
  const rows: CsvRow[] = [];
  let [line, lineStart, at] = [1, 0, text.startsWith('\uFEFF') ? 1 : 0];
  const fail = (message: string, where: number = at): never => {
    throw new UsageError(`${file}:${line}:${where - lineStart + 1}: ${message}`);
  };
  const quoted = (): string => {
    const [openLine, open] = [line, at - lineStart + 1];
    let cell = '';
    for (at += 1; at < text.length; at++) {
      if (text[at] === '\n') [line, lineStart] = [line + 1, at + 1];
      if (text[at] !== '"') cell += text[at];
      else if (text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else {
        at += 1;
        if (at < text.length && !/[,\r\n]/.test(text[at] ?? ''))
          fail('expected a comma or the end of the line behind the quote.');
        return cell;
      }
    }
    throw new UsageError(`${file}:${openLine}:${open}: the quote that begins here is never closed.`);
  };
  const plain = (): string => {
    const from = at;
    while (at < text.length && !/[,\r\n]/.test(text[at] ?? '')) {
      if (text[at] === '"') fail('a quote inside a cell: the whole cell has to be quoted, and the quote doubled.');
      at += 1;
    }
    return text.slice(from, at);
  };
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (;;) {
      cells.push(text[at] === '"' ? quoted() : plain());
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    else if (text[at] === '\r') fail('a carriage return without a line feed.');
    at += 1;
    [line, lineStart] = [line + 1, at];
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells });
  }
  return rows;
};
