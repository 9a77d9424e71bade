import { rock } from './coast.ts';
import { jpeg } from './develop.ts';
import { darkTower } from './lighthouse.ts';
import { numbers, repeat } from './random.ts';
import { crests, reflection, swell } from './sea.ts';
import { gulls } from './sky.ts';
import { drawing, glow, linear, n, polygon } from './svg.ts';
import { stretched, texture } from './texture.ts';

const CANVAS = { width: 1000, height: 600 };
const HORIZON = 338;

const definitions = [
  linear(
    'sky',
    [
      [0, '#12222d'],
      [0.3, '#2a434c'],
      [0.46, '#66786f'],
      [0.55, '#c09868'],
      [0.567, '#ecc083'],
      [1, '#ecc083'],
    ],
    'gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="600"',
  ),
  linear('sea', [
    [0, '#a88f68'],
    [0.08, '#5f6c63'],
    [0.34, '#274048'],
    [1, '#07151b'],
  ]),
  glow('sun', '#ffdf9f', 0.95, 1.8),
  glow('lamp', '#ffce79', 0.95, 2.3),
  linear('hull', [
    [0, '#24333a'],
    [0.4, '#10191d'],
    [1, '#04090b'],
  ]),
  linear(
    'sail',
    [
      [0, '#6d4a31'],
      [1, '#2b211d'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  ),
];

/** The boat, on the water at 0, 0, about 300 wide. */
const boat = `<path d="M-4 -40L-10 -262L2 -262L8 -40z" fill="#0a1114"/><path d="M2 -250L116 -92L6 -70z" fill="url(#sail)"/><path d="M2 -250C40 -190 76 -140 116 -92M4 -190L84 -136M5 -130L50 -84" fill="none" stroke="#efc182" stroke-opacity=".5" stroke-width="1.600"/><path d="M-4 -256L-146 -44M-6 -256L136 -40M-4 -220L-60 -40" fill="none" stroke="#0a1114" stroke-width="1.600"/>
<path d="M24 -42v-46h62v50z" fill="#131d20"/><path d="M18 -90h74v7h-74z" fill="#0a1114"/><path d="M34 -76h15v16h-15zM60 -76h15v16h-15z" fill="#f7bf68"/><path d="M-156 -46C-120 -34 60 -30 150 -48L134 -6C110 10 -104 12 -126 0z" fill="url(#hull)"/><path d="M-156 -46C-120 -34 60 -30 150 -48" fill="none" stroke="#f0c283" stroke-opacity=".85" stroke-width="3"/><path d="M-150 -34C-110 -22 60 -18 146 -36M-142 -20C-106 -8 60 -6 140 -22" fill="none" stroke="#6f7d78" stroke-opacity=".5" stroke-width="1.300"/>
<g transform="translate(116 -44) scale(.78)"><path d="M-16 4C-20 -22 -20 -44 -12 -56C-6 -62 -8 -68 -6 -74C-6 -88 16 -88 16 -74C17 -68 15 -62 20 -56C30 -44 30 -22 28 4z" fill="#0c1518"/><path d="M-14 -72C-10 -92 18 -94 22 -74L34 -66C16 -72 0 -71 -18 -68z" fill="#0c1518"/><path d="M-10 -48L-44 -30L-40 -22L-4 -32z" fill="#0c1518"/><path d="M-15 2C-19 -22 -19 -42 -12 -54M-13 -73C-9 -90 8 -92 15 -86M-12 -46L-42 -30" fill="none" stroke="#f3c686" stroke-opacity=".85" stroke-width="2.200"/></g>
<path d="M-76 -42v-14l6 -6h18l6 6v14zM-104 -40l4 -16h16l4 16zM-34 -41c0 -16 24 -16 24 0z" fill="#0d1518"/><path d="M-128 -44v-58" stroke="#0a1114" stroke-width="4"/><path d="M-134 -116h12v15h-12z" fill="#ffe2a0"/>`;

const shapes = (clouds: string, haze: string): string => {
  const random = numbers(52);
  const water = { width: 1000, horizon: HORIZON, bottom: 600 };
  const island = rock(
    random,
    [
      [676, HORIZON + 2],
      [720, 322],
      [760, 312],
      [800, 290],
      [850, 286],
      [884, 306],
      [930, 320],
      [980, HORIZON + 2],
    ],
    0.26,
    4,
  );
  const swells = [376, 424, 476, 536].map(
    (y, index) =>
      `<path d="${swell(random, 1000, y, 600, 5 + index * 4.5, 46 + index * 26)}" fill="${['#415650', '#2b4347', '#183037', '#0b1d23'][index]}" fill-opacity="${0.5 + index * 0.12}"/>`,
  );
  return `<rect width="1000" height="600" fill="url(#sky)"/>${stretched(clouds, -50, 0, 1100, 330)}<circle cx="258" cy="318" r="240" fill="url(#sun)"/><circle cx="258" cy="312" r="30" fill="#fff0c9" fill-opacity=".9"/>
${darkTower({ x: 826, base: 296, height: 168 }, '#2a3a3d', '#586865')}<path d="${polygon(island)}" fill="#2a3a3d"/>${stretched(haze, -50, 270, 1100, 110)}
<rect y="${HORIZON}" width="1000" height="262" fill="url(#sea)"/>${reflection(random, 260, 258, { ...water, width: 300 }, '#ffdc9a', 0.6)}${crests(random, 260, water, '#d9c59a', 0.2)}
${swells.slice(0, 2).join('')}${crests(random, 120, { ...water, horizon: 380 }, '#c9b88f', 0.16)}
${repeat(46, (index) => `<path d="M${n(500 - index * 0.6 - random() * 120)} ${n(466 + index * 2.4)}h${n(60 + random() * 150)}" stroke="#04090b" stroke-opacity="${n(0.32 - index * 0.006)}" stroke-width="2.400"/>`)}
<g transform="translate(506 474) rotate(-3)">${boat}</g>${swells.slice(2).join('')}${reflection(random, 70, 372, { width: 90, horizon: 486, bottom: 590 }, '#ffce7e', 0.7)}
<circle cx="372" cy="372" r="92" fill="url(#lamp)"/><circle cx="372" cy="372" r="5" fill="#fffaf0"/>${crests(random, 160, { width: 1000, horizon: 500, bottom: 610 }, '#7f9490', 0.22)}
${gulls(random, 7, [590, 190], 150, '#141f24')}`;
};

/** The relief boat on her way home at dusk, a lantern in her bow; Carrow Rock behind her shows no light. */
export const drawReliefBoat = async (): Promise<Buffer> => {
  const clouds = await texture({ seed: 33, cells: [3, 7], colour: [34, 46, 54], low: 0.4, high: 0.8, opacity: 0.62 });
  const haze = await texture({
    seed: 5,
    cells: [4, 3],
    colour: [226, 186, 130],
    low: 0.3,
    high: 0.8,
    opacity: 0.55,
    feathered: true,
  });
  return jpeg(drawing(CANVAS, definitions.join(''), shapes(clouds, haze)), {
    width: 2000,
    height: 1200,
    vignette: 0.42,
    bloom: 0.3,
  });
};
