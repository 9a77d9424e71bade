import type { ReaderConfig } from '../language/definition.ts';
import type { JsonObject } from '../language/json.ts';
import { readerFailed } from './failed.ts';

const DELIMITERS = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' } as const;

/**
 * Rows of text as RFC 4180 has them: fields in quotes may hold delimiters, line breaks and doubled quotes. Empty lines are
 * no rows.
 */
export function* csvRows(text: string, delimiter = ','): Generator<string[]> {
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let touched = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && field === '') {
      quoted = true;
      touched = true;
    } else if (letter === delimiter) {
      row.push(field);
      field = '';
      touched = true;
    } else if (letter === '\n' || letter === '\r') {
      if (touched || field !== '') yield [...row, field];
      row = [];
      field = '';
      touched = false;
    } else field += letter;
  }
  if (touched || field !== '') yield [...row, field];
}

/** Items by the names of the columns; what a row lacks is an empty string, and what it has beyond the columns is dropped. */
export function* csvItems(text: string, config: ReaderConfig): Generator<JsonObject> {
  const rows = csvRows(text, DELIMITERS[config.CSVDelimiter ?? 'COMMA']);
  const given = config.CSVHeaderLocation === 'GIVEN';
  const headers = (given ? config.CSVHeaders : rows.next().value) as string[] | undefined;
  if (!headers) return;
  if (new Set(headers).size < headers.length) throw readerFailed('CSV headers cannot contain duplicates.');
  for (const row of rows) yield Object.fromEntries(headers.map((header, column) => [header, row[column] ?? '']));
}
