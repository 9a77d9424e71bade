/** A goal as the project set it: a figure meets it from below or from above. */
export type Goal = { atLeast: number } | { atMost: number };

/** One measured figure. `value` is undefined where this machine does not tell. */
export type Figure = { figure: string; value: number | undefined; unit: string; goal?: Goal };

/** A measurement by name. `note` says what it is doing, on the terminal alone. */
export type Bench = { summary: string; run: (note: (text: string) => void) => Promise<Figure[]> };

const isMet = (value: number, goal: Goal): boolean =>
  'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;

/** A figure as both outputs show it. `goal` and `met` are null where there is no goal, `value` where none was measured. */
export const shown = (bench: string, { figure, value, unit, goal }: Figure) => ({
  bench,
  figure,
  value: value === undefined ? null : Number(value.toPrecision(4)),
  unit,
  goal: goal ? ('atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`) : null,
  met: goal && value !== undefined ? isMet(value, goal) : null,
});
