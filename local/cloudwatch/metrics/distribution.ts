/** Statistics of some observations; `values` counts each value, and is missing where only a statistic set is known. */
export type Distribution = {
  count: number;
  sum: number;
  min: number;
  max: number;
  values?: Map<number, number>;
  /** Whether values within two percent of each other are counted as one already. */
  rounded?: boolean;
};

/** Different values that are counted as they are; of more, those within two percent of each other are counted as one. */
const MOST_EXACT = 100;

const STEP = Math.log(1.02);

export const observation = (value: number, count = 1): Distribution => ({
  count,
  sum: value * count,
  min: value,
  max: value,
  values: new Map([[value, count]]),
});

/** Observations of these values; there must be one at least. */
export const observations = (values: readonly number[]): Distribution => {
  const [first = 0, ...rest] = values;
  const all = observation(first);
  for (const value of rest) add(all, value, 1);
  return all;
};

/** Adds a distribution to another, which changes. */
export const addTo = (to: Distribution, more: Distribution): void => {
  if (!to.values || !more.values) {
    to.count += more.count;
    to.sum += more.sum;
    to.min = Math.min(to.min, more.min);
    to.max = Math.max(to.max, more.max);
    delete to.values;
    return;
  }
  const sum = to.sum + more.sum;
  for (const [value, count] of more.values) add(to, value, count);
  // Values that were rounded before do not add up to it.
  to.sum = sum;
  to.min = Math.min(to.min, more.min);
  to.max = Math.max(to.max, more.max);
};

const add = (to: Distribution, value: number, count: number): void => {
  to.count += count;
  to.sum += value * count;
  if (value < to.min) to.min = value;
  if (value > to.max) to.max = value;
  if (!to.values) return;
  const counted = to.rounded ? rounded(value) : value;
  to.values.set(counted, (to.values.get(counted) ?? 0) + count);
  if (to.rounded || to.values.size <= MOST_EXACT) return;
  to.rounded = true;
  const exact = to.values;
  to.values = new Map();
  for (const [each, own] of exact) to.values.set(rounded(each), (to.values.get(rounded(each)) ?? 0) + own);
};

const rounded = (value: number): number =>
  value === 0 ? 0 : Math.sign(value) * Math.exp(Math.round(Math.log(Math.abs(value)) / STEP) * STEP);

/** The sum of distributions; undefined where there are none. */
export const together = (all: Iterable<Distribution>): Distribution | undefined => {
  let sum: Distribution | undefined;
  for (const each of all) {
    if (sum) addTo(sum, each);
    else sum = { ...each, ...(each.values ? { values: new Map(each.values) } : {}) };
  }
  return sum;
};

/** The value that `percent` of the observations do not exceed; undefined where only a statistic set of several is known. */
export const percentile = ({ values, count, min, max }: Distribution, percent: number): number | undefined => {
  if (!values) return count === 1 || min === max ? min : undefined;
  const rank = (percent / 100) * count;
  let seen = 0;
  for (const [value, own] of [...values].sort(([one], [other]) => one - other)) {
    seen += own;
    if (seen >= rank) return Math.min(max, Math.max(min, value));
  }
  return max;
};
