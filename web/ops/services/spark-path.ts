/** Bars as one path, a bar a value, as high as its part of the highest. Where nothing was there is no bar. */
export const barsPath = (
  values: readonly (number | undefined)[],
  highest: number,
  { width, height }: { width: number; height: number },
): string => {
  if (highest <= 0) return '';
  const each = width / values.length;
  const bar = Math.max(1, each - (each > 3 ? 1 : 0.25));
  return values
    .map((value, index) => {
      if (!value) return '';
      const tall = Math.max(1.5, (value / highest) * height);
      const x = Number((index * each).toFixed(2));
      return `M${x} ${height}v${-tall.toFixed(2)}h${bar.toFixed(2)}v${tall.toFixed(2)}z`;
    })
    .join('');
};

/** A line through the values, broken where there are none; a value alone is a short stroke. */
export const linePath = (
  values: readonly (number | undefined)[],
  highest: number,
  { width, height }: { width: number; height: number },
): string => {
  if (highest <= 0) return '';
  const each = width / values.length;
  let pen = false;
  return values
    .map((value, index) => {
      if (value === undefined) {
        pen = false;
        return '';
      }
      const x = (index + 0.5) * each;
      const y = (height - (value / highest) * height).toFixed(2);
      const isAlone = !pen && values[index + 1] === undefined;
      const step = isAlone
        ? `M${(x - each / 2).toFixed(2)} ${y}H${(x + each / 2).toFixed(2)}`
        : `${pen ? 'L' : 'M'}${x.toFixed(2)} ${y}`;
      pen = true;
      return step;
    })
    .join('');
};

/** The next round number at or above a value, for the top of an axis: 1, 2, 2.5, 5 times a power of ten. */
export const roundUp = (value: number): number => {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5].find((each) => each * power >= value) ?? 10) * power;
};
