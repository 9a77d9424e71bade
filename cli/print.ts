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
  const gap = (cell: string, column: number): string =>
    ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        right[column]
          ? `${gap(cell, column)}${cell}`
          : column === row.length - 1
            ? cell
            : `${cell}${gap(cell, column)}`,
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
  const whole = Math.round(milliseconds);
  if (whole < 1000) return `${whole} ms`;
  const tenths = Math.round(whole / 100);
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(whole / 1000);
  return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
};

/** 812 B, 1.4 MB. */
export const size = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  const kilobytes = Math.round(bytes / 1000);
  if (kilobytes < 1000) return `${kilobytes} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
};

export const json = (value: unknown): string => JSON.stringify(value, null, 2);
