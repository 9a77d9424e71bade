import { crags, rock } from './coast.ts';
import { coastMist, darkCoast } from './dark-coast.ts';
import { jpeg } from './develop.ts';
import { lampOf, tower } from './lighthouse.ts';
import { between, numbers, repeat } from './random.ts';
import { crests, reflection, swell } from './sea.ts';
import { stars } from './sky.ts';
import { soft } from './soft.ts';
import { curve, drawing, glow, linear, n, type Point, points, polygon, radial } from './svg.ts';
import { stretched, texture } from './texture.ts';

export const CANVAS = { width: 1600, height: 900 };
export const HORIZON = 596;
/** The ninth light. */
export const CARROW = { x: 1176, base: 630, height: 372 };
const [x, y] = lampOf(CARROW);

const ROCK: Point[] = points(
  '856,880 930,846 972,838 1004,790 1036,756 1060,744 1074,690 1104,670 1114,638 1138,626 1226,624 1262,632 1292,640 1304,692 1340,714 1362,766 1416,798 1452,842 1540,880',
);

export const definitions = [
  linear(
    'sky',
    [
      [0, '#040810'],
      [0.3, '#081824'],
      [0.52, '#0f2c38'],
      [0.66, '#2b4e52'],
      [1, '#2b4e52'],
    ],
    'gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="900"',
  ),
  linear('sea', [
    [0, '#17363d'],
    [0.12, '#0d2730'],
    [0.5, '#071920'],
    [1, '#030b10'],
  ]),
  glow('halo', '#f2a94c', 0.5, 3),
  glow('near', '#ffd68a', 0.95, 2.4),
  glow('warm', '#d98f3c', 0.34, 2),
  radial('core', [
    [0, '#fffdf3'],
    [0.4, '#fff1c8'],
    [1, '#ffd071'],
  ]),
  linear(
    'west',
    [
      [0, '#fff0c4', 1],
      [0.08, '#ffe3a2', 0.8],
      [0.4, '#eccb8c', 0.34],
      [1, '#b9b58f', 0.07],
    ],
    `gradientUnits="userSpaceOnUse" x1="${x}" y1="0" x2="0" y2="0"`,
  ),
  linear(
    'east',
    [
      [0, '#fff0c4', 1],
      [0.3, '#ffdf9a', 0.6],
      [1, '#d9bd85', 0.28],
    ],
    `gradientUnits="userSpaceOnUse" x1="${x}" y1="0" x2="1600" y2="0"`,
  ),
  linear('wall', [
    [0, '#8a5a24'],
    [0.14, '#3b2a18'],
    [0.4, '#101c22'],
    [1, '#050c11'],
  ]),
  linear(
    'shade',
    [
      [0, '#000', 0.1],
      [0.3, '#000', 0],
      [0.62, '#000', 0.35],
      [1, '#000', 0.75],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  ),
  linear('head', [
    [0, '#0a0c0e'],
    [0.5, '#1d1710'],
    [1, '#0a0f13'],
  ]),
  linear('near-sea', [
    [0, '#0a1d24'],
    [1, '#02080c'],
  ]),
  linear('rock', [
    [0, '#152328'],
    [0.4, '#0a151a'],
    [1, '#02070a'],
  ]),
];

/** A cone of light from the lamp to the canvas's edge: an outer veil, a body and a bright heart. */
const beam = (edge: number, upper: number, lower: number, paint: string): string => {
  const cone = (part: number, opacity: number) => {
    const [middle, half] = [(upper + lower) / 2, ((lower - upper) / 2) * part];
    const shape = polygon([
      [x, y - 10 * part],
      [edge, middle - half],
      [edge, middle + half],
      [x, y + 10 * part],
    ]);
    return `<path d="${shape}" fill="url(#${paint})" fill-opacity="${opacity}"/>`;
  };
  return `${cone(1, 0.42)}${cone(0.8, 0.36)}${cone(0.36, 0.32)}`;
};

export const rockOfCarrow = (): string => {
  const random = numbers(206);
  const outline = rock(random, ROCK, 0.3, 3);
  const light = { x: x - 40, y: 560, reach: 270, warm: '#c98a45', cool: '#466a72' };
  const edge = outline.filter(([ex, ey]) => ey < 760 && ex > 1030 && ex < 1350);
  return `<clipPath id="stone"><path d="${polygon(outline)}"/></clipPath><path d="${polygon(outline)}" fill="url(#rock)"/><g clip-path="url(#stone)">${crags(random, [840, 600, 720, 300], 19, light)}</g><path d="${curve(edge)}" fill="none" stroke="#f3b866" stroke-opacity=".34" stroke-width="1.4"/>`;
};

/** The keeper's house at the tower's foot. */
export const house =
  '<path d="M1214 630v-36l22 -17 30 4 14 17v36z" fill="#080f13"/><path d="M1236 577l30 4 14 17h-24z" fill="#221b11"/><path d="M1259 578v-16h8v17z" fill="#080f13"/><path d="M1226 607h8v11h-8zM1260 607h8v11h-8z" fill="#f2ad50"/><path d="M1230 607v11M1264 607v11M1226 612h8M1260 612h8" stroke="#070e12" stroke-width="1.2"/>';

/** The keeper at the balustrade. */
const keeper = `<path d="M${x - 31} 281v-14q0 -6 3 -8q-1.500 -5 1.500 -6.500q3.500 -1 4 2.500q0 2.500 -1 4q4 1.500 4 8v14z" fill="#0a0806"/>`;

const steamer =
  '<path d="M930 592h34l-4 6h-27zM941 592v-9h8v9zM952 592v-16h1.500v16z" fill="#0a1a20"/><circle cx="961" cy="589" r="1.200" fill="#f0b566"/>';

const water = { width: 1600, horizon: HORIZON, bottom: 900 };

/** Broken water where the swell meets the rock. */
const surf = (): string => {
  const random = numbers(77);
  return repeat(420, () => {
    const across = random() * 2 - 1;
    const out = random() ** 2;
    const at = [1196 + across * (360 + out * 120), 874 - Math.abs(across) * 12 + out * 22 - random() ** 3 * 26];
    return `<ellipse cx="${n(at[0] ?? 0)}" cy="${n(at[1] ?? 0)}" rx="${n(between(random, 3, 20))}" ry="${n(between(random, 0.8, 3))}" fill="#9dbcb9" fill-opacity="${n(between(random, 0.03, 0.11) * (1 - out * 0.6))}"/>`;
  });
};

/** The last lit lighthouse on its rock, right of the middle; the left and the lower half are quiet, for a title. */
export const drawKeyArt = async (): Promise<Buffer> => {
  const clouds = await texture({
    seed: 41,
    cells: [4, 9],
    colour: [126, 160, 164],
    low: 0.42,
    high: 0.86,
    opacity: 0.24,
  });
  const mist = await coastMist();
  const dust = await texture({ seed: 23, cells: [6, 7], colour: [8, 22, 30], low: 0.42, high: 0.78, opacity: 0.3 });
  const light = await soft(
    CANVAS,
    5,
    definitions.join(''),
    `${beam(-60, 84, 372, 'west')}${beam(1660, 152, 330, 'east')}`,
  );
  const foam = await soft(CANVAS, 1.8, '', surf());
  const random = numbers(9);
  const shapes = `<rect width="1600" height="900" fill="url(#sky)"/>
${stars(random, 420, 1600, 540)}${stretched(clouds, 0, 0, 1600, 600)}
<circle cx="${x}" cy="${y}" r="620" fill="url(#warm)"/>${light}${stretched(dust, 0, 0, 1600, 480)}${darkCoast(HORIZON, mist)}${steamer}
<rect y="${HORIZON}" width="1600" height="${900 - HORIZON}" fill="url(#sea)"/><rect y="${HORIZON - 1}" width="1600" height="2" fill="#5a7f7e" fill-opacity=".4"/>
${crests(random, 520, water, '#3f6a70', 0.26)}${crests(random, 420, water, '#01060a', 0.5)}
<ellipse cx="${x}" cy="690" rx="430" ry="150" fill="url(#warm)" fill-opacity=".6"/>${reflection(random, 320, x, { ...water, width: 620 }, '#f6bd67', 0.6)}
${rockOfCarrow()}<path d="${swell(random, 1600, 880, 900, 7, 70)}" fill="url(#near-sea)"/>${foam}${house}
${tower(CARROW, { wall: 'url(#wall)', head: 'url(#head)', lantern: 'url(#core)', iron: '#120d08' })}
<path d="M${x - 32} ${CARROW.base}L${x - 19} 299h38L${x + 32} ${CARROW.base}z" fill="url(#shade)"/>${keeper}
<circle cx="${x}" cy="${y}" r="340" fill="url(#halo)"/><circle cx="${x}" cy="${y}" r="112" fill="url(#near)"/>
<ellipse cx="${x}" cy="${y}" rx="300" ry="3.400" fill="url(#near)"/><circle cx="${x}" cy="${y}" r="11" fill="#fffdf4"/>
${stretched(mist, -300, 540, 2200, 150)}`;
  return jpeg(drawing(CANVAS, definitions.join(''), shapes), { width: 2880, height: 1620, vignette: 0.34 });
};
