import { crags, rock } from './coast.ts';
import { webp } from './develop.ts';
import { standing } from './figure.ts';
import { darkTower, lampOf, tower } from './lighthouse.ts';
import { numbers } from './random.ts';
import { crests, reflection, swell } from './sea.ts';
import { stars } from './sky.ts';
import { soft } from './soft.ts';
import { curve, drawing, glow, linear, type Point, points, polygon, radial } from './svg.ts';
import { stretched, texture } from './texture.ts';

const CANVAS = { width: 1400, height: 2100 };
const HORIZON = 1330;
const CARROW = { x: 700, base: 1372, height: 820 };
const [x, y] = lampOf(CARROW);

const ROCK: Point[] = points(
  '250,1560 330,1520 392,1506 430,1450 500,1436 536,1392 610,1368 800,1366 860,1388 900,1430 968,1448 1006,1502 1080,1520 1160,1560',
);

/** Eight dark towers on the headlands to both sides: the nearer to the edge, the nearer to us. */
const TOWERS: [x: number, base: number, height: number][] = [
  [58, 1240, 330],
  [214, 1276, 240],
  [330, 1300, 176],
  [418, 1314, 126],
  [982, 1314, 126],
  [1070, 1300, 176],
  [1186, 1276, 240],
  [1342, 1240, 330],
];

const LEFT: Point[] = [
  [-20, 1216],
  [70, 1230],
  [150, 1262],
  [226, 1268],
  [300, 1294],
  [380, 1306],
  [470, 1322],
  [560, HORIZON + 2],
];

const definitions = [
  linear(
    'sky',
    [
      [0, '#03070e'],
      [0.3, '#071824'],
      [0.52, '#103340'],
      [0.64, '#3a6263'],
    ],
    'gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="2100"',
  ),
  linear('sea', [
    [0, '#1d444a'],
    [0.1, '#0f2c34'],
    [0.45, '#071a21'],
    [1, '#02080c'],
  ]),
  glow('warm', '#db913c', 0.5, 1.9),
  glow('halo', '#f4ad52', 0.7, 2.6),
  glow('near', '#ffdc98', 1, 2.2),
  radial('core', [
    [0, '#fffdf3'],
    [0.45, '#fff1c8'],
    [1, '#ffd071'],
  ]),
  linear(
    'ray',
    [
      [0, '#fff0c4', 1],
      [0.2, '#ffdf9a', 0.7],
      [1, '#d9bd85', 0.12],
    ],
    `gradientUnits="userSpaceOnUse" x1="${x}" y1="0" x2="-60" y2="0"`,
  ),
  linear(
    'yar',
    [
      [0, '#fff0c4', 1],
      [0.2, '#ffdf9a', 0.7],
      [1, '#d9bd85', 0.12],
    ],
    `gradientUnits="userSpaceOnUse" x1="${x}" y1="0" x2="1460" y2="0"`,
  ),
  linear('wall', [
    [0, '#94632a'],
    [0.16, '#4a3219'],
    [0.42, '#131d22'],
    [1, '#050c11'],
  ]),
  linear(
    'shade',
    [
      [0, '#000', 0.62],
      [0.32, '#000', 0.1],
      [0.5, '#000', 0],
      [0.68, '#000', 0.1],
      [1, '#000', 0.62],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  ),
  linear('head', [
    [0, '#0b0c0d'],
    [0.5, '#22190f'],
    [1, '#0b0f12'],
  ]),
  linear('rock', [
    [0, '#16252a'],
    [1, '#02070a'],
  ]),
  linear('near-sea', [
    [0, '#0b252d', 0.95],
    [0.3, '#0b252d', 0.7],
    [1, '#0b252d', 0],
  ]),
];

const beams = [
  [-60, 380, 760, 'ray'],
  [1460, 380, 760, 'yar'],
].map(([edge, upper, lower, paint]) =>
  [1, 0.62, 0.26]
    .map((part) => {
      const [middle, half] = [(Number(upper) + Number(lower)) / 2, ((Number(lower) - Number(upper)) / 2) * part];
      const far = Number(edge);
      return `<path d="${polygon([
        [x, y - 16 * part],
        [far, middle - half],
        [far, middle + half],
        [x, y + 16 * part],
      ])}" fill="url(#${paint})" fill-opacity=".4"/>`;
    })
    .join(''),
);

/** A rowing boat on the lamp's path, somebody upright in it with a lantern. */
const boat = `<g transform="translate(620 1812)"><path d="M-92 -6c30 26 150 30 196 -4l-14 40c-40 18 -126 18 -168 0z" fill="#03090c"/><path d="M-92 -6c30 26 150 30 196 -4" fill="none" stroke="#f0b566" stroke-opacity=".7" stroke-width="3"/><path d="M-30 6L-150 52M40 8L168 48" stroke="#03090c" stroke-width="6" stroke-linecap="round"/><g transform="translate(10 14)">${standing(150, '#03080b', '#f3b765')}</g></g>`;

const shapes = (clouds: string, mist: string, light: string): string => {
  const random = numbers(1931);
  const left = rock(random, LEFT, 0.16, 4);
  const right = left.map(([px, py]): Point => [1400 - px, py + Math.sin(px / 40) * 5]);
  const land = (side: Point[], edge: number) => polygon([...side, [edge, HORIZON + 2]]);
  const outline = rock(random, ROCK, 0.28, 3);
  const lamp = { x, y: 1250, reach: 430, warm: '#d9964b', cool: '#4b717a' };
  const water = { width: 1400, horizon: HORIZON, bottom: 2100 };
  const towers = TOWERS.map(([at, base, height]) =>
    darkTower({ x: at, base: base + 14, height }, '#0c2129', '#2c5055'),
  );
  return `<rect width="1400" height="2100" fill="url(#sky)"/>${stars(random, 520, 1400, 1200)}${stretched(clouds, 0, 0, 1400, 1340)}
<circle cx="${x}" cy="${y}" r="900" fill="url(#warm)"/>${light}${towers.join('')}<path d="${land(left, -20)}${land(right, 1420)}" fill="#0b1f27"/>
${stretched(mist, -100, 1180, 1600, 220)}<rect y="${HORIZON}" width="1400" height="${2100 - HORIZON}" fill="url(#sea)"/>
${crests(random, 460, water, '#4d7d82', 0.26)}${crests(random, 420, water, '#01060a', 0.5)}
<ellipse cx="${x}" cy="1640" rx="420" ry="420" fill="url(#warm)" fill-opacity=".7"/>${reflection(random, 620, x, { ...water, width: 520 }, '#f8c271', 0.7)}
<clipPath id="stone"><path d="${polygon(outline)}"/></clipPath><path d="${polygon(outline)}" fill="url(#rock)"/><g clip-path="url(#stone)">${crags(random, [240, 1340, 940, 240], 24, lamp)}</g><path d="${curve(outline.filter(([, py]) => py < 1500))}" fill="none" stroke="#f3b866" stroke-opacity=".4" stroke-width="2.2"/>
<path d="${swell(random, 1400, 1552, 1700, 9, 90)}" fill="url(#near-sea)"/>${reflection(random, 120, x, { width: 420, horizon: 1548, bottom: 1640 }, '#f8c271', 0.6)}
${tower(CARROW, { wall: 'url(#wall)', head: 'url(#head)', lantern: 'url(#core)', iron: '#120d08' })}<path d="M${x - 72} 1372L${x - 42} 640h84L${x + 72} 1372z" fill="url(#shade)"/>
<circle cx="${x}" cy="${y}" r="620" fill="url(#halo)"/><circle cx="${x}" cy="${y}" r="220" fill="url(#near)"/><ellipse cx="${x}" cy="${y}" rx="640" ry="5" fill="url(#near)"/><circle cx="${x}" cy="${y}" r="25" fill="#fffdf4"/>
${stretched(mist, -300, 1300, 2000, 170)}${boat}`;
};

/** The lit tower between eight dark ones, and a boat on the path of its light. */
export const drawPoster = async (): Promise<Buffer> => {
  const clouds = await texture({
    seed: 61,
    cells: [3, 12],
    colour: [126, 160, 164],
    low: 0.42,
    high: 0.86,
    opacity: 0.26,
  });
  const mist = await texture({
    seed: 17,
    cells: [4, 3],
    colour: [146, 178, 174],
    low: 0.34,
    high: 0.8,
    opacity: 0.5,
    feathered: true,
  });
  const light = await soft(CANVAS, 8, definitions.join(''), beams.join(''));
  return webp(drawing(CANVAS, definitions.join(''), shapes(clouds, mist, light)), {
    width: 1400,
    height: 2100,
    vignette: 0.36,
  });
};
