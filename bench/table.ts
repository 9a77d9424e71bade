import type { shown } from './figure.ts';

const HEADINGS = ['BENCH', 'FIGURE', 'VALUE', 'UNIT', 'GOAL', 'MET'];

/** Figures as a table for the terminal: values to the right, all else to the left. */
export const table = (figures: readonly ReturnType<typeof shown>[]): string => {
  const rows = [
    HEADINGS,
    ...figures.map(({ bench, figure, value, unit, goal, met }) => [
      bench,
      figure,
      value === null ? '-' : String(value),
      unit,
      goal ?? '',
      met === null ? '' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
