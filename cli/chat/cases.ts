import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage.ts';
import { readCsv } from './csv.ts';
import { type Expected, parted, readExpected } from './expected.ts';

/** A question with what it is to be answered with. */
export type Case = Expected & {
  line: number;
  question: string;
  locale: string;
  /** One of these has to be in the answer, where there are any. */
  contains: readonly string[];
  /** Cases of one conversation are asked in their order. */
  conversation?: string;
  kind?: string;
};

const REQUIRED = ['question', 'locale', 'expected'] as const;
const COLUMNS: readonly string[] = [...REQUIRED, 'contains', 'conversation', 'kind'];

/** Reads cases of CSV with a line of headings: question, locale, expected, and perhaps contains, conversation, kind. Throws `UsageError`. */
export const parseCases = (text: string, file: string): Case[] => {
  const [head, ...rows] = readCsv(text, file);
  if (!head) throw new UsageError(`${file}:1: expected a line of headings: ${COLUMNS.join(', ')}.`);
  const columns = head.cells.map((cell) => cell.trim());
  for (const [index, column] of columns.entries()) {
    if (!COLUMNS.includes(column))
      throw new UsageError(`${file}:1: unknown column "${column}"; there are ${COLUMNS.join(', ')}.`);
    if (columns.indexOf(column) !== index)
      throw new UsageError(`${file}:1: the column "${column}" stands there twice.`);
  }
  for (const column of REQUIRED) {
    if (!columns.includes(column)) throw new UsageError(`${file}:1: the column "${column}" is missing.`);
  }
  return rows.map(({ line, cells }) => {
    if (cells.length !== columns.length)
      throw new UsageError(
        `${file}:${line}: expected ${columns.length} cells as in the headings, found ${cells.length}.`,
      );
    const cell = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? '';
    const needed = (column: string): string => {
      const value = cell(column);
      if (value === '') throw new UsageError(`${file}:${line}: ${column}: expected a text.`);
      return value;
    };
    return {
      line,
      question: needed('question'),
      locale: needed('locale'),
      ...readExpected(needed('expected'), `${file}:${line}: expected`),
      contains: parted(cell('contains')),
      conversation: cell('conversation') || undefined,
      kind: cell('kind') || undefined,
    };
  });
};

/** Reads a file of cases. Throws `UsageError`, which names it. */
export const readCases = async (file: string): Promise<Case[]> => {
  try {
    return parseCases(await readFile(file, 'utf8'), file);
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'ENOENT') throw cause;
    throw new UsageError(`${file}: there is no such file.`, { cause });
  }
};

/** Cases by the conversation that they are asked in, in the order of the file; a case without one is a conversation of its own. */
export const conversationsOf = (cases: readonly Case[]): Case[][] => {
  const byName = new Map<string, Case[]>();
  for (const each of cases) {
    const name = each.conversation ?? `line ${each.line}`;
    const known = byName.get(name);
    if (known) known.push(each);
    else byName.set(name, [each]);
  }
  return [...byName.values()];
};
