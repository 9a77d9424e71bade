import { mix } from './colour.ts';
import { between, numbers, repeat } from './random.ts';
import { curve, n, type Point } from './svg.ts';

export type Lock = {
  /** Where the hair runs along on one side and on the other; as many points each. */
  from: readonly Point[];
  to: readonly Point[];
  dark: string;
  light: string;
  strands?: number;
};

const across = (a: readonly Point[], b: readonly Point[], part: number): Point[] =>
  a.map(([x, y], index) => {
    const [tx, ty] = b[index] ?? [x, y];
    return [x + (tx - x) * part, y + (ty - y) * part];
  });

/** A mass of hair with its strands; those nearer to `from` catch more light. */
export const lock = ({ from, to, dark, light, strands = 46 }: Lock, seed: number): string => {
  const random = numbers(seed);
  const shape = `${curve(from)}L${curve([...to].reverse()).slice(1)}z`;
  const lines = repeat(strands, () => {
    const part = random();
    const path = curve(
      across(from, to, part).map(([x, y]): Point => [x + between(random, -2, 2), y + between(random, -2, 2)]),
    );
    return `<path d="${path}" fill="none" stroke="${mix(light, dark, part * 0.75 + random() * 0.35)}" stroke-opacity="${n(between(random, 0.25, 0.85))}" stroke-width="${n(between(random, 0.7, 2.4))}" stroke-linecap="round"/>`;
  });
  return `<path d="${shape}" fill="${dark}" stroke="${dark}" stroke-width="2"/>${lines}`;
};

/** Close curls inside an ellipse, brighter towards the upper left. */
export const curls = (
  seed: number,
  [x, y, rx, ry]: readonly [number, number, number, number],
  size: number,
  dark: string,
  light: string,
  count = 420,
): string => {
  const random = numbers(seed);
  return repeat(count, () => {
    const [angle, out] = [random() * 2 * Math.PI, Math.sqrt(random())];
    const [cx, cy] = [x + Math.cos(angle) * rx * out, y + Math.sin(angle) * ry * out];
    const lit = Math.max(0, 0.5 - (cx - x) / (rx * 2.2) - (cy - y) / (ry * 4)) * random();
    const r = size * between(random, 0.6, 1.3);
    return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${mix(dark, light, lit * 0.45)}"/><path d="M${n(cx - r * 0.6)} ${n(cy)}a${n(r * 0.6)} ${n(r * 0.6)} 0 0 1 ${n(r)} ${n(-r * 0.4)}" fill="none" stroke="${mix(dark, light, lit)}" stroke-opacity=".8" stroke-width="${n(size * 0.2)}"/>`;
  });
};
