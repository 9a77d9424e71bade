import { between, type Random, repeat } from './random.ts';
import { n } from './svg.ts';

type Water = { width: number; horizon: number; bottom: number };

/** A crest as a thin lens: pointed at both ends, so that it never shows where it stops. */
const crest = (x: number, y: number, length: number, lift: number): string =>
  `M${n(x)} ${n(y)}q${n(length * 0.5)} ${n(-lift * 2)} ${n(length)} 0q${n(-length * 0.5)} ${n(-lift * 0.6)} ${n(-length)} 0z`;

/** Crests that grow from the horizon towards whoever looks; `power` above 1 crowds them at the horizon. */
export const crests = (
  random: Random,
  count: number,
  { width, horizon, bottom }: Water,
  colour: string,
  opacity: number,
): string =>
  `<g fill="${colour}">${repeat(count, () => {
    const near = random() ** 1.7;
    const y = horizon + 2 + near * (bottom - horizon);
    const length = between(random, 14, 46) * (0.7 + near * 4.5);
    const shape = crest(between(random, -length, width), y, length, (0.5 + near * 4.2) * between(random, 0.5, 1.2));
    return `<path d="${shape}" fill-opacity="${n(opacity * between(random, 0.25, 1))}"/>`;
  })}</g>`;

/** A light's path over the water below it: broken, wider and fainter towards whoever looks. */
export const reflection = (
  random: Random,
  count: number,
  x: number,
  { horizon, bottom, width }: Water,
  colour: string,
  opacity = 0.7,
): string =>
  `<g fill="${colour}">${repeat(count, () => {
    const near = random() ** 1.35;
    const spread = width * (0.2 + near * 0.8);
    const offset = (random() + random() + random() - 1.5) * spread * 0.5;
    const length = between(random, 0.16, 0.6) * spread * (1 - Math.abs(offset) / spread);
    const shape = crest(x + offset - length / 2, horizon + 2 + near * (bottom - horizon), length, 0.5 + near * 1.9);
    return `<path d="${shape}" fill-opacity="${n(opacity * (1 - near * 0.75) * between(random, 0.3, 1))}"/>`;
  })}</g>`;

/** A wave band from left to right, closed at the bottom: rounded troughs, pointed crests. */
export const swell = (
  random: Random,
  width: number,
  y: number,
  bottom: number,
  height: number,
  length: number,
): string => {
  let path = `M-40 ${n(y)}`;
  for (let x = -40; x < width + 40; ) {
    const step = length * between(random, 0.6, 1.4);
    const lift = height * between(random, 0.5, 1.3);
    const next = y + between(random, -0.25, 0.25) * height;
    path += `C${n(x + step * 0.35)} ${n(y + lift * 0.35)} ${n(x + step * 0.62)} ${n(next + lift * 0.2)} ${n(x + step)} ${n(next - lift * 0.4)}`;
    x += step;
  }
  return `${path}V${bottom}H-40z`;
};
