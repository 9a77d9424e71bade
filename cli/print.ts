/** Columns as wide as their widest cell; numbers to the right. Nothing for no rows but `empty`. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
  empty: string,
): string => {
  if (rows.length === 0) return empty;
  const cells = rows.map((row) => headings.map((_, column) => clean(String(row[column] ?? ''))));
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  const right = headings.map((_, column) =>
    rows.every((row) => row[column] === undefined || typeof row[column] === 'number'),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        right[column]
          ? cell.padStart(widths[column] ?? 0)
          : column === row.length - 1
            ? cell
            : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(headings), ...cells.map(line)].join('\n');
};

/** What a file's name or a log line says must not steer the terminal. */
export const clean = (text: string): string =>
  text.replace(/[\n\t]/g, ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');

/** 38 ms, 9.2 s, 8 m 10 s. */
export const duration = (milliseconds: number): string => {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} m ${Math.round((milliseconds % 60_000) / 1000)} s`;
};

/** 812 B, 1.4 MB. */
export const size = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
};

export const json = (value: unknown): string => JSON.stringify(value, null, 2);
