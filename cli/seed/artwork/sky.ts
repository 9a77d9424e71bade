import { between, type Random, repeat } from './random.ts';
import { n } from './svg.ts';

/** Stars over a rectangle from the top; most are faint, a few are bright. */
export const stars = (random: Random, count: number, width: number, height: number): string =>
  `<g fill="#d5e4e6">${repeat(count, () => {
    const bright = random() ** 5;
    const [x, y] = [random() * width, random() ** 1.25 * height];
    const fade = 1 - (y / height) ** 2;
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(0.35 + bright * 1.15)}" fill-opacity="${n(between(random, 0.12, 0.5) * fade + bright * 0.4)}"/>`;
  })}</g>`;

/** Rain as slanted strokes. */
export const rain = (random: Random, count: number, width: number, height: number, colour = '#c9d6de'): string =>
  `<g stroke="${colour}" stroke-linecap="round">${repeat(count, () => {
    const near = random() ** 3;
    const length = 14 + near * 60;
    const [x, y] = [between(random, -20, width + 60), between(random, -60, height)];
    return `<path d="M${n(x)} ${n(y)}l${n(-length * 0.3)} ${n(length)}" stroke-width="${n(0.6 + near * 1.6)}" stroke-opacity="${n(0.08 + random() * 0.2)}"/>`;
  })}</g>`;

/** Gulls far away, as pairs of wings. */
export const gulls = (
  random: Random,
  count: number,
  [x, y]: readonly [number, number],
  spread: number,
  colour: string,
): string =>
  `<g fill="none" stroke="${colour}" stroke-linecap="round">${repeat(count, () => {
    const wing = between(random, 5, 12);
    const lift = wing * between(random, 0.25, 0.7);
    const from = [x + between(random, -spread, spread), y + between(random, -spread, spread) * 0.5];
    return `<path d="M${n(from[0] ?? 0)} ${n(from[1] ?? 0)}q${n(wing * 0.5)} ${n(-lift)} ${n(wing)} ${n(lift * 0.15)}q${n(wing * 0.5)} ${n(-lift * 1.1)} ${n(wing * 1.05)} ${n(lift * 0.1)}" stroke-width="${n(wing * 0.13)}"/>`;
  })}</g>`;
