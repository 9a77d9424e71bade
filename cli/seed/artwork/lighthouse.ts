import { repeat } from './random.ts';
import { n } from './svg.ts';

/** A lighthouse that stands on `x`, `base` and is `height` tall up to the lamp. */
export type Tower = { x: number; base: number; height: number };

/** Half the width of a tower at its foot and under its gallery, as parts of its height. */
const [FOOT, NECK] = [0.088, 0.052];

/** The wall: a slim curve that flares at the foot. */
const wall = ({ x, base, height: h }: Tower): string => {
  const [foot, neck, top] = [h * FOOT, h * NECK, base - h * 0.9];
  const side = (sign: number) =>
    `${n(x + sign * neck * 1.12)} ${n(base - h * 0.38)} ${n(x + sign * neck * 1.02)} ${n(base - h * 0.7)}`;
  return `M${n(x - foot)} ${n(base)}C${side(-1)} ${n(x - neck)} ${n(top)}L${n(x + neck)} ${n(top)}C${n(x + neck * 1.02)} ${n(base - h * 0.7)} ${n(x + neck * 1.12)} ${n(base - h * 0.38)} ${n(x + foot)} ${n(base)}z`;
};

/** Gallery, balustrade, roof, vent and rod; the lantern between them stays open. */
const head = ({ x, base, height: h }: Tower): string => {
  const y = (part: number) => n(base - h * part);
  const half = (part: number) => h * part;
  const box = (part: number, from: number, tall: number) =>
    `M${n(x - half(part))} ${y(from)}h${n(2 * half(part))}v${n(h * tall)}h${n(-2 * half(part))}z`;
  const dome = `M${n(x - half(0.06))} ${y(1.06)}C${n(x - half(0.056))} ${y(1.105)} ${n(x - half(0.026))} ${y(1.128)} ${n(x - half(0.012))} ${y(1.134)}V${y(1.15)}h${n(half(0.024))}V${y(1.134)}C${n(x + half(0.026))} ${y(1.128)} ${n(x + half(0.056))} ${y(1.105)} ${n(x + half(0.06))} ${y(1.06)}z`;
  const corbel = `M${n(x - half(NECK))} ${y(0.9)}L${n(x - half(0.084))} ${y(0.925)}H${n(x + half(0.084))}L${n(x + half(NECK))} ${y(0.9)}z`;
  return `${box(0.09, 0.94, 0.016)}${corbel}${dome}${box(0.066, 1.068, 0.012)}M${n(x - h * 0.0025)} ${y(1.2)}h${n(h * 0.005)}v${n(h * 0.05)}h${n(-h * 0.005)}z`;
};

/** The balustrade's posts and rails and the bars of the lantern's panes. */
const ironwork = ({ x, base, height: h }: Tower, colour: string): string => {
  const y = (part: number) => n(base - h * part);
  const posts = repeat(9, (index) => `M${n(x + h * 0.086 * (index / 4 - 1))} ${y(0.94)}V${y(0.978)}`);
  const bars = repeat(5, (index) => `M${n(x + h * 0.044 * (index / 2 - 1))} ${y(0.95)}V${y(1.06)}`);
  return `<path d="${posts}M${n(x - h * 0.087)} ${y(0.978)}h${n(h * 0.174)}M${n(x - h * 0.087)} ${y(0.962)}h${n(h * 0.174)}" fill="none" stroke="${colour}" stroke-width="${n(h * 0.0036)}"/><path d="${bars}M${n(x - h * 0.046)} ${y(1.005)}h${n(h * 0.092)}" fill="none" stroke="${colour}" stroke-width="${n(h * 0.0042)}"/>`;
};

const lantern = ({ x, base, height: h }: Tower): string =>
  `M${n(x - h * 0.044)} ${n(base - h * 0.95)}v${n(-h * 0.11)}h${n(h * 0.088)}v${n(h * 0.11)}z`;

/** Where a tower's lamp is. */
export const lampOf = ({ x, base, height }: Tower): [x: number, y: number] => [x, base - height * 1.004];

/** A tower without light, in one colour: what stands far away. `haze` paints its lantern's panes. */
export const darkTower = (tower: Tower, colour: string, haze: string): string =>
  `<path d="${lantern(tower)}" fill="${haze}"/><path d="${wall(tower)}${head(tower)}" fill="${colour}"/>${ironwork(tower, colour)}`;

export type Paint = { wall: string; head: string; lantern: string; iron: string; more?: string };

/** A tower near enough to show its masonry; its paints are colours or references to gradients. */
export const tower = (shape: Tower, paint: Paint): string => {
  const { x, base, height: h } = shape;
  const courses = repeat(34, (index) => {
    const up = 0.02 + index * 0.026;
    const half = h * (NECK + (FOOT - NECK) * (1 - up / 0.9) ** 2.2) * 0.995;
    return `M${n(x - half)} ${n(base - h * up)}q${n(half)} ${n(h * 0.006)} ${n(half * 2)} 0`;
  });
  const windows = [0.2, 0.4, 0.6, 0.78];
  const openings = windows.map(
    (up, index) =>
      `<path d="M${n(x - h * 0.009 + (index % 2 ? 1 : -1) * h * 0.012)} ${n(base - h * up)}v${n(-h * 0.03)}q${n(h * 0.009)} ${n(-h * 0.012)} ${n(h * 0.018)} 0v${n(h * 0.03)}z" fill="${index === 1 ? '#f0a94a' : '#020608'}" fill-opacity="${index === 1 ? 0.85 : 0.8}"/>`,
  );
  return `<path d="${lantern(shape)}" fill="${paint.lantern}"/><path d="${wall(shape)}" fill="${paint.wall}"/><path d="${courses}" fill="none" stroke="#000" stroke-opacity=".28" stroke-width="${n(h * 0.0022)}"/>${openings.join('')}<path d="${head(shape)}" fill="${paint.head}"/>${ironwork(shape, paint.iron)}${paint.more ?? ''}`;
};
