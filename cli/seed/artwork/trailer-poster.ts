import { crags, rock } from './coast.ts';
import { jpeg } from './develop.ts';
import { darkTower } from './lighthouse.ts';
import { between, numbers, type Random, repeat } from './random.ts';
import { crests, swell } from './sea.ts';
import { rain } from './sky.ts';
import { soft } from './soft.ts';
import { curve, drawing, glow, line, linear, n, type Point, points, polygon } from './svg.ts';
import { stretched, texture } from './texture.ts';

const CANVAS = { width: 1600, height: 900 };

const definitions = [
  linear('sky', [
    [0, '#060a14'],
    [0.4, '#1a2437'],
    [0.66, '#45546b'],
    [1, '#45546b'],
  ]),
  linear('sea', [
    [0, '#2b3a4b'],
    [0.3, '#152331'],
    [1, '#04090e'],
  ]),
  linear('wave', [
    [0, '#5f8c98'],
    [0.16, '#2e5666'],
    [0.45, '#142c3a'],
    [1, '#050d13'],
  ]),
  glow('flash', '#cfdcff', 0.85, 2),
  glow('lamp', '#ffb653', 0.95, 2.4),
  linear('rock', [
    [0, '#18212b'],
    [1, '#03060a'],
  ]),
];

/** A stroke of lightning from a point down, with branches. */
const bolt = (random: Random, from: Point, reach: number, width: number, depth = 0): string => {
  const points: Point[] = [from];
  for (let step = 0; step < 12; step += 1) {
    const [x, y] = points.at(-1) ?? from;
    points.push([x + between(random, -0.075, 0.06) * reach * (depth ? 1.5 : 1), y + reach / 12]);
  }
  const branches =
    depth > 1
      ? ''
      : [3, 5, 8].map((at) => bolt(random, points[at] ?? from, reach * 0.3, width * 0.45, depth + 1)).join('');
  return `<path d="${line(points)}" fill="none" stroke="#f2f5ff" stroke-width="${n(width)}" stroke-linejoin="round" stroke-opacity="${depth ? 0.7 : 1}"/>${branches}`;
};

/** The breaking wave: its back, its lip, the lines of foam down its face. */
const breaker = (random: Random): string => {
  const back: Point[] = points('-40,700 60,640 150,560 240,478 330,428 420,408 500,424 556,470 574,524');
  const face: Point[] = points(
    '574,524 544,496 500,492 468,524 462,590 500,668 590,726 720,768 900,806 1120,850 1320,910',
  );
  const body = `${curve([...back])}L${curve(face).slice(1)}V920H-40z`;
  const lines = repeat(26, (index) => {
    const part = index / 25;
    const start: Point = [-40 + part * 480, 704 - part * 290 + part * part * 60];
    const path = curve([
      start,
      [start[0] + 100, start[1] + 60 + part * 30],
      [start[0] + 230, start[1] + 190],
      [start[0] + 420, start[1] + 330],
    ]);
    return `<path d="${path}" fill="none" stroke="#b9d3da" stroke-opacity="${n(between(random, 0.05, 0.26))}" stroke-width="${n(between(random, 1, 3.4))}" stroke-dasharray="${n(between(random, 90, 260))} ${n(between(random, 30, 120))}" stroke-linecap="round"/>`;
  });
  const spray = repeat(420, () => {
    const [along, reach] = [random(), random() ** 2.4];
    const at = back[Math.min(back.length - 1, Math.floor(3 + along * 6))] ?? [0, 0];
    return `<circle cx="${n(at[0] + between(random, -60, 50) + reach * 70)}" cy="${n(at[1] - reach * 170 + between(random, -8, 12))}" r="${n(between(random, 0.4, 2) * (1 - reach * 0.5))}" fill="#e6eff2" fill-opacity="${n(between(random, 0.1, 0.7) * (1 - reach * 0.7))}"/>`;
  });
  return `<clipPath id="water"><path d="${body}"/></clipPath><path d="${body}" fill="url(#wave)"/><g clip-path="url(#water)">${lines}</g><path d="${curve(back.slice(2))}" fill="none" stroke="#e3eff2" stroke-opacity=".75" stroke-width="4" stroke-linecap="round"/>${spray}`;
};

const shapes = (clouds: string, scud: string, sheet: string, foam: string, surf: string): string => {
  const random = numbers(1931);
  const outline = rock(
    random,
    points('850,800 910,720 956,700 980,640 1012,622 1100,620 1136,648 1160,700 1220,724 1300,800'),
    0.3,
    3,
  );
  const light = { x: 1260, y: 420, reach: 460, warm: '#a9bad6', cool: '#5c7390' };
  const far = [620, 690, 770].map(
    (y, index) =>
      `<path d="${swell(random, 1600, y, 900, 26 + index * 16, 130 + index * 60)}" fill="url(#sea)" fill-opacity="${0.75 + index * 0.1}"/>`,
  );
  return `<rect width="1600" height="900" fill="url(#sky)"/><circle cx="1310" cy="190" r="620" fill="url(#flash)" fill-opacity=".8"/>${stretched(clouds, 0, -30, 1600, 760)}${sheet}${bolt(numbers(1931), [1372, 20], 520, 5)}${stretched(scud, -100, 0, 1800, 330)}
${darkTower({ x: 236, base: 606, height: 92 }, '#1c2836', '#33425a')}${darkTower({ x: 690, base: 612, height: 66 }, '#28364a', '#3b4a62')}${far[0]}<path d="M740 628l76 -20l8 10l-14 26l-52 8zM776 604l-6 -34l12 -2l6 34z" fill="#0a121b"/><circle cx="812" cy="606" r="3" fill="#ffc873"/>${far[1]}
${darkTower({ x: 1056, base: 630, height: 380 }, '#060b12', '#1b2738')}<path d="M1024 630l14 -250h12l-10 250z" fill="#000" fill-opacity=".3"/><path d="M1076 300L1090 630" stroke="#b9c9e6" stroke-opacity=".45" stroke-width="2.600"/><path d="M1048 470v-12q5 -6 10 0v12z" fill="#ffbf62"/><circle cx="1053" cy="463" r="60" fill="url(#lamp)" fill-opacity=".8"/>
<clipPath id="stone"><path d="${polygon(outline)}"/></clipPath><path d="${polygon(outline)}" fill="url(#rock)"/><g clip-path="url(#stone)">${crags(random, [840, 600, 480, 220], 22, light)}</g>${foam}
${far[2]}${crests(random, 200, { width: 1600, horizon: 690, bottom: 900 }, '#8da6b4', 0.3)}${breaker(random)}${surf}${rain(random, 460, 1600, 900)}`;
};

/** A storm: lightning behind the dark tower, one small light in it, a sea about to break. */
export const drawTrailerPoster = async (): Promise<Buffer> => {
  const clouds = await texture({ seed: 3, cells: [5, 5], colour: [10, 15, 27], low: 0.34, high: 0.68, opacity: 0.92 });
  const scud = await texture({
    seed: 14,
    cells: [7, 4],
    colour: [16, 22, 34],
    low: 0.4,
    high: 0.7,
    opacity: 0.7,
    feathered: true,
  });
  const sheet = await soft(CANVAS, 9, '', `<g stroke-opacity=".5">${bolt(numbers(1931), [1372, 20], 520, 15)}</g>`);
  const random = numbers(30);
  const blots = (count: number, at: () => Point, size: number, opacity: number) =>
    repeat(count, () => {
      const [x, y] = at();
      return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(between(random, 0.4, 1.6) * size)}" ry="${n(between(random, 0.2, 0.9) * size)}" fill="#dce8ec" fill-opacity="${n(between(random, 0.3, 1) * opacity)}"/>`;
    });
  const foam = await soft(
    CANVAS,
    3,
    '',
    blots(260, () => [between(random, 830, 1320), 800 - random() ** 4 * 130], 8, 0.13),
  );
  const surf = await soft(
    CANVAS,
    2.6,
    '',
    blots(300, () => [between(random, 250, 590), 0], 9, 0.3).replace(
      /cx="([\d.]+)" cy="0"/g,
      (_, x) =>
        `cx="${x}" cy="${n(408 + (Number(x) - 420) ** 2 * (Number(x) > 420 ? 0.0034 : 0.0024) + random() ** 2 * 34)}"`,
    ),
  );
  return jpeg(drawing(CANVAS, definitions.join(''), shapes(clouds, scud, sheet, foam, surf)), {
    width: 1920,
    height: 1080,
    vignette: 0.45,
    bloom: 0.4,
  });
};
