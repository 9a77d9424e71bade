import sharp from 'sharp';
import { coastMist, darkCoast, lampsOfCoast } from './dark-coast.ts';
import { jpeg } from './develop.ts';
import { lamp } from './emblem.ts';
import { CANVAS, CARROW, definitions, HORIZON, house, rockOfCarrow } from './key-art.ts';
import { lettering } from './letters.ts';
import { lampOf, tower } from './lighthouse.ts';
import { numbers, repeat } from './random.ts';
import { crests, reflection } from './sea.ts';
import { stars } from './sky.ts';
import { drawing, glow, n, polygon } from './svg.ts';
import { stretched } from './texture.ts';

/** A part of the canvas, in its units. */
export type View = { left: number; top: number; width: number; height: number };

/** One frame: which part of the coast is seen, or none for a dark ground, what shines on it, and how bright all of it is. */
export type Frame = { view?: View; light: string; brightness: number };

/** Seconds: the coast, the rock alone, the title. */
const [ROCK_AT, TITLE_AT, END] = [9.5, 14.5, 20];

const [x, y] = lampOf(CARROW);
const WATER = { width: CANVAS.width, horizon: HORIZON, bottom: CANVAS.height };

/** From 0 before `from` to 1 after `to`, without a jerk at either end. */
const ease = (time: number, from: number, to: number): number => {
  const part = Math.min(Math.max((time - from) / (to - from), 0), 1);
  return part * part * (3 - 2 * part);
};

/** The coast by night with all its lamps out: what every frame is lit upon. */
export const drawCoast = async (): Promise<Buffer> => {
  const mist = await coastMist();
  const random = numbers(9);
  const shapes = `<rect width="1600" height="900" fill="url(#sky)"/>${stars(random, 320, 1600, 540)}${darkCoast(HORIZON, mist)}
<rect y="${HORIZON}" width="1600" height="${900 - HORIZON}" fill="url(#sea)"/>${crests(random, 420, WATER, '#3f6a70', 0.26)}${crests(random, 360, WATER, '#01060a', 0.5)}
${rockOfCarrow()}${house}${tower(CARROW, { wall: 'url(#rock)', head: 'url(#head)', lantern: '#20343a', iron: '#120d08' })}${stretched(mist, -300, 540, 2200, 150)}`;
  const drawn = await jpeg(drawing(CANVAS, definitions.join(''), shapes), { ...CANVAS, vignette: 0.34, grain: 1 });
  return sharp(drawn).raw().toBuffer();
};

const LIGHTS = [glow('lit', '#ffd68a', 0.95, 2.2), glow('wide', '#f2a94c', 0.5, 3)].join('');

/** A lamp on the coast: it burns, dips once and is out. */
const coastLamps = (time: number): string =>
  lampsOfCoast(HORIZON)
    .map(([lx, ly], index) => {
      const out = 2 + index * 0.8;
      const dip = time > out - 0.5 ? 0.55 : 1;
      const burning = (1 - ease(time, out - 0.1, out + 0.35)) * dip * (0.9 + 0.1 * Math.sin(time * 5 + index * 2));
      if (burning <= 0.01) return '';
      const halo = `<circle cx="${n(lx)}" cy="${n(ly)}" r="46" fill="url(#wide)"/><circle cx="${n(lx)}" cy="${n(ly)}" r="15" fill="url(#lit)"/><circle cx="${n(lx)}" cy="${n(ly)}" r="2.4" fill="#fff6da"/>`;
      const path = reflection(numbers(40 + index), 12, lx, { ...WATER, width: 60 }, '#f6bd67', 0.5);
      return `<g opacity="${n(burning)}">${halo}${path}</g>`;
    })
    .join('');

/** The beam of Carrow Rock as it turns, one light to either side; towards whoever looks it is a flare. */
const beam = (time: number, strength: number): string => {
  if (strength <= 0.01) return '';
  const turn = (time / 7) * 2 * Math.PI;
  const [across, towards] = [Math.cos(turn), Math.sin(turn)];
  const cones = [1, -1].map((side) => {
    // It always reaches beyond the edge: one that pointed out of the picture would end in sight.
    const reach = 1500 * Math.sign(across) * side;
    const wide = 26 + 110 * Math.abs(towards);
    const cone = (part: number, opacity: number) =>
      `<path d="${polygon([
        [x, y - 6 * part],
        [x + reach, y - 60 * side * towards - wide * part],
        [x + reach, y - 60 * side * towards + wide * part],
        [x, y + 6 * part],
      ])}" fill="#ffe3a2" fill-opacity="${n(opacity * Math.abs(across) ** 0.8)}"/>`;
    return cone(1, 0.15) + cone(0.62, 0.18) + cone(0.3, 0.24);
  });
  const flare = 0.45 + 0.55 * towards ** 8;
  const halo = `<circle cx="${x}" cy="${y}" r="${n(150 + 220 * flare)}" fill="url(#wide)"/><circle cx="${x}" cy="${y}" r="${n(40 + 60 * flare)}" fill="url(#lit)"/><circle cx="${x}" cy="${y}" r="9" fill="#fffdf4"/>`;
  const shimmer = reflection(
    numbers(Math.floor(time * 6)),
    90,
    x,
    { ...WATER, width: 520 },
    '#f6bd67',
    0.35 * flare + 0.12,
  );
  return `<g opacity="${n(strength)}">${cones.join('')}${halo}${shimmer}</g>`;
};

/** Somebody far out answers: a light that opens and shuts. */
const signal = (time: number): string => {
  const open = [13.1, 13.6].some((at) => time >= at && time < at + 0.3);
  return open
    ? '<circle cx="880" cy="588" r="26" fill="url(#wide)"/><circle cx="880" cy="588" r="3.4" fill="#fff6da"/>'
    : '';
};

/** Nine lamps in a row, one of them lit, and the title below. */
const titleCard = (time: number): string => {
  const lamps = repeat(9, (index) => {
    const lit = index === 8 ? ease(time, TITLE_AT + 2.2, TITLE_AT + 2.8) : 0;
    const at = `translate(${360 + index * 110} 330)`;
    const shine = lit > 0 ? `<circle r="150" cy="4" fill="url(#wide)" opacity="${n(lit)}"/>` : '';
    return `<g transform="${at}">${shine}<g transform="scale(.62)">${lamp('#5c7074', lit > 0.5 ? '#ffdf9a' : '#1b2a2e')}</g></g>`;
  });
  const words = ease(time, TITLE_AT + 0.8, TITLE_AT + 2);
  return `<g opacity="${n(ease(time, TITLE_AT, TITLE_AT + 1))}">${lamps}</g><path d="${lettering('NINE LAMPS OUT', 800, 570, 84)}" fill="none" stroke="#efe3c6" stroke-width="11" stroke-linecap="round" stroke-linejoin="round" opacity="${n(words)}"/>`;
};

const whole: View = { left: 0, top: 0, ...CANVAS };
const between = (from: View, to: View, part: number): View => ({
  left: from.left + (to.left - from.left) * part,
  top: from.top + (to.top - from.top) * part,
  width: from.width + (to.width - from.width) * part,
  height: from.height + (to.height - from.height) * part,
});

/** What is to be seen at a time, in seconds. */
export const frameAt = (time: number): Frame => {
  const ending = 1 - ease(time, END - 0.9, END - 0.1);
  if (time >= TITLE_AT) return { light: titleCard(time), brightness: ending };
  if (time < ROCK_AT) {
    const view = between(whole, { left: 96, top: 90, width: 1408, height: 792 }, ease(time, 0, ROCK_AT + 2));
    return { view, light: coastLamps(time) + beam(time, 1), brightness: ease(time, 0, 1.2) };
  }
  const near: View = { left: 760, top: 180, width: 800, height: 450 };
  const view = between(near, { left: 800, top: 202, width: 720, height: 405 }, (time - ROCK_AT) / (TITLE_AT - ROCK_AT));
  const burning = 1 - ease(time, 12.2, 12.7);
  return { view, light: beam(time, burning) + signal(time), brightness: 1 - ease(time, TITLE_AT - 0.4, TITLE_AT) };
};

/** What shines in a frame, as a drawing of that size with nothing behind it. */
export const lightOf = ({ view = whole, light }: Frame, width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${n(view.left)} ${n(view.top)} ${n(view.width)} ${n(view.height)}" preserveAspectRatio="none"><defs>${LIGHTS}</defs>${light}</svg>`,
  );

/** Seconds that the film lasts. */
export const LENGTH = END;
