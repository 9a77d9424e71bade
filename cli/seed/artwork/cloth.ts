import { between, numbers, repeat } from './random.ts';
import { n } from './svg.ts';

/** The shoulders, from neck to the picture's edge; `drop` lowers them, `width` is half their width at the edge. */
export const shoulders = (drop = 0, width = 235): string =>
  `M${250 - width} 610C${252 - width} ${548 + drop} ${286 - width} ${512 + drop} 150 ${478 + drop}C176 ${468 + drop} 190 ${456 + drop} 200 ${440 + drop}C226 ${476 + drop} 274 ${476 + drop} 300 ${440 + drop}C310 ${456 + drop} 324 ${468 + drop} 350 ${478 + drop}C${214 + width} ${512 + drop} ${248 + width} ${548 + drop} ${250 + width} 610z`;

/** Rows of stitches over a rectangle. */
export const knit = (
  [x, y, width, height]: readonly [number, number, number, number],
  size: number,
  light: string,
  dark: string,
): string => {
  const columns = Math.ceil(width / size);
  const path = (shift: number) =>
    repeat(Math.ceil(height / (size * 0.8)) * columns, (index) => {
      const [cx, cy] = [x + (index % columns) * size, y + Math.floor(index / columns) * size * 0.8 + shift];
      return `M${n(cx)} ${n(cy)}l${n(size / 2)} ${n(size * 0.5)}l${n(size / 2)} ${n(-size * 0.5)}`;
    });
  return `<path d="${path(0)}" fill="none" stroke="${dark}" stroke-opacity=".4" stroke-width="${n(size * 0.24)}"/><path d="${path(-size * 0.24)}" fill="none" stroke="${light}" stroke-opacity=".2" stroke-width="${n(size * 0.2)}"/>`;
};

/** Threads over a rectangle, for tweed and serge. */
export const weave = (
  seed: number,
  [x, y, width, height]: readonly [number, number, number, number],
  colour: string,
  count = 500,
): string => {
  const random = numbers(seed);
  const path = repeat(
    count,
    () =>
      `M${n(x + random() * width)} ${n(y + random() * height)}l${n(between(random, 2, 5))} ${n(between(random, -4, 4))}`,
  );
  return `<path d="${path}" stroke="${colour}" stroke-opacity=".35" stroke-width="1" fill="none"/>`;
};
