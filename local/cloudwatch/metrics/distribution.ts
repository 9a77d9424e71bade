/** Statistics of some observations; `values` counts each value, and is missing where only a statistic set is known. */
export type Distribution = {
  count: number;
  sum: number;
  min: number;
  max: number;
  values?: Map<number, number>;
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

/** Adds a distribution to another, which changes. */
export const addTo = (to: Distribution, more: Distribution): void => {
  to.count += more.count;
  to.sum += more.sum;
  to.min = Math.min(to.min, more.min);
  to.max = Math.max(to.max, more.max);
  if (!to.values || !more.values) {
    delete to.values;
    return;
  }
  for (const [value, count] of more.values) to.values.set(value, (to.values.get(value) ?? 0) + count);
  if (to.values.size > MOST_EXACT) to.values = coarse(to.values);
};

const coarse = (values: ReadonlyMap<number, number>): Map<number, number> => {
  const buckets = new Map<number, number>();
  for (const [value, count] of values) {
    const middle = value === 0 ? 0 : Math.sign(value) * Math.exp(Math.round(Math.log(Math.abs(value)) / STEP) * STEP);
    buckets.set(middle, (buckets.get(middle) ?? 0) + count);
  }
  return buckets;
};

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
