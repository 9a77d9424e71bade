import { rock } from './coast.ts';
import { jpeg } from './develop.ts';
import { between, numbers, repeat } from './random.ts';
import { soft } from './soft.ts';
import { curve, drawing, glow, line, linear, n, type Point, points, polygon, radial } from './svg.ts';
import { stretched, texture } from './texture.ts';

const CANVAS = { width: 1000, height: 600 };
const INK = '#2c2419';

const SHORE: Point[] = points(
  '-60,520 40,470 96,410 180,424 214,352 180,300 250,244 338,262 372,206 332,140 420,100 500,128 560,84 640,108 716,60 820,84 900,20 980,-60',
);
/** The nine lights; the last burns. */
const LIGHTS: Point[] = points('112,428 226,360 196,290 352,262 378,190 506,138 648,118 826,96 640,318');

const definitions = [
  radial(
    'paper',
    [
      [0, '#f6e2b4'],
      [0.35, '#dcbf88'],
      [0.7, '#9c8157'],
      [1, '#4a4234'],
    ],
    'gradientUnits="userSpaceOnUse" cx="640" cy="300" r="620"',
  ),
  linear(
    'brass',
    [
      [0, '#fbe0a0'],
      [0.5, '#a9762f'],
      [1, '#5d3c14'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  ),
  linear(
    'steel',
    [
      [0, '#e8eef0'],
      [1, '#5c6a6e'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  ),
  linear('table', [
    [0, '#1b1410'],
    [1, '#0b0a0a'],
  ]),
  radial(
    'fall',
    [
      [0, '#04090c', 0],
      [0.36, '#04090c', 0.14],
      [0.7, '#050d13', 0.68],
      [1, '#030608', 0.92],
    ],
    'gradientUnits="userSpaceOnUse" cx="630" cy="290" r="640"',
  ),
  glow('lamp', '#ffc765', 0.9, 2.2),
];

const star = (points: number, outer: number, inner: number, turn = 0): string =>
  polygon(
    Array.from({ length: points * 2 }, (_, index): Point => {
      const [angle, radius] = [(index / points) * Math.PI + turn, index % 2 ? inner : outer];
      return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
    }),
  );

/** Lines along the shore at growing distances: a broad stroke leaves an edge when a slightly narrower one covers it. */
const soundings = (shore: string): string =>
  [190, 132, 88, 54, 28]
    .map(
      (wide, index) =>
        `<path d="${shore}" fill="none" stroke="#5a5a44" stroke-opacity=".55" stroke-width="${wide}" stroke-linejoin="round" ${index % 2 ? '' : 'stroke-dasharray="9 4"'}/><path d="${shore}" fill="none" stroke="${['#d9c391', '#d2c296', '#c6bd98', '#b8b697', '#a7ad94'][index]}" stroke-width="${wide - 1.6}" stroke-linejoin="round"/>`,
    )
    .join('');

const rose = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y}) rotate(-9)" fill="none" stroke="${INK}" stroke-opacity=".62">${repeat(32, (index) => `<path d="M0 0L${n(Math.sin((index * Math.PI) / 16) * 900)} ${n(Math.cos((index * Math.PI) / 16) * 900)}" stroke-width="${index % 4 ? 0.35 : 0.7}" stroke-opacity="${index % 4 ? 0.2 : 0.34}"/>`)}<circle r="78" stroke-width="1.4"/><circle r="70" stroke-width=".6"/><circle r="50" stroke-width=".6"/>${repeat(72, (index) => `<path d="M0 -70V${index % 6 ? -74 : -78}" transform="rotate(${index * 5})" stroke-width=".8"/>`)}<path d="${star(8, 46, 12, Math.PI / 8)}" fill="#8b7346" fill-opacity=".5" stroke-width=".7"/><path d="${star(4, 66, 13)}" fill="#e4cd97" stroke-width=".9"/>${repeat(4, (index) => `<path d="M0 0V-66L9 -9z" transform="rotate(${index * 90})" fill="#7a2f1d" fill-opacity="${index ? 0.55 : 0.9}" stroke="none"/>`)}</g>`;

const light = ([x, y]: Point, index: number): string => {
  const burns = index === 8;
  const flare = `<path d="M2 -3C16 -20 30 -20 32 -12C33 -4 18 -1 2 3z" transform="rotate(${-20 + index * 9})" fill="${burns ? '#d0571b' : '#5b4a3a'}" fill-opacity="${burns ? 0.95 : 0.45}"/>`;
  const range = `<circle r="${burns ? 92 : 46}" fill="none" stroke="${burns ? '#a8421a' : INK}" stroke-opacity="${burns ? 0.8 : 0.4}" stroke-width="1" stroke-dasharray="5 4"/>`;
  const out = burns
    ? ''
    : `<path d="M-11 -10L11 11M11 -11L-10 10" stroke="#1a1714" stroke-width="2.4" stroke-linecap="round"/>`;
  return `<g transform="translate(${x} ${y})">${range}${flare}<circle r="5" fill="#e9d4a2" stroke="${INK}" stroke-width="1"/><path d="${star(5, 5.4, 2.2)}" fill="${burns ? '#a12d12' : INK}"/>${out}</g>`;
};

/** A pair of dividers beside the burning light. */
const dividers = (fill: string, steel: string): string =>
  `<g transform="translate(58 -14)"><path d="M640 318L744 118l14 6L642 320z" fill="${steel}"/><path d="M846 342L752 118l14 -2L848 341z" fill="${steel}"/><path d="M712 182L742 112l20 -2l34 84l-14 6l-32 -64l-24 54z" fill="${fill}"/><circle cx="753" cy="112" r="17" fill="${fill}"/><circle cx="753" cy="112" r="6" fill="#3a2610" fill-opacity=".7"/><path d="M748 96v-24h9v24z" fill="${fill}"/></g>`;

const pencil = (wood: string, lead: string): string =>
  `<g transform="translate(200 540) rotate(-16)"><path d="M0 0h210v13H0z" fill="${wood}"/><path d="M210 0l34 6.500l-34 6.500z" fill="#e0b986"/><path d="M235 4.800l9 1.700l-9 1.700z" fill="${lead}"/><path d="M0 4h210" stroke="#fff" stroke-opacity=".2" stroke-width="1.500"/><path d="M-16 0h16v13h-16z" fill="#a9893f"/></g>`;

const shapes = (stains: string, shadow: string): string => {
  const random = numbers(9);
  const coast = rock(random, SHORE, 0.34, 4);
  const shore = line(coast);
  const islands = [
    [640, 318, 16],
    [700, 360, 7],
    [604, 366, 5],
    [470, 330, 9],
    [300, 470, 8],
    [560, 250, 5],
  ].map(([x = 0, y = 0, r = 0]) => {
    const ring = Array.from(
      { length: 9 },
      (_, index): Point => [
        x + Math.cos(index / 1.43) * r * between(random, 0.7, 1.5),
        y + Math.sin(index / 1.43) * r * between(random, 0.6, 1.2),
      ],
    );
    return `<path d="${curve(ring, true)}" fill="none" stroke="#5a5a44" stroke-opacity=".4" stroke-width="${r * 2.4}"/><path d="${curve(ring, true)}" fill="none" stroke="#c2ba97" stroke-width="${r * 2.4 - 1.4}"/><path d="${curve(ring, true)}" fill="#a98c55" stroke="${INK}" stroke-width="1"/>`;
  });
  const depths = repeat(240, () => {
    const [x, y] = [between(random, 120, 960), between(random, 150, 580)];
    return y > 560 - x * 0.55
      ? `<path d="M${n(x)} ${n(y)}h${n(between(random, 2, 5))}m1.500 -2v4" stroke="${INK}" stroke-opacity=".42" stroke-width=".8"/>`
      : '';
  });
  const hatch = repeat(
    150,
    (index) => `<path d="M${index * 9 - 300} -80l-260 420" stroke="${INK}" stroke-opacity=".13" stroke-width=".8"/>`,
  );
  const ladder = repeat(
    50,
    (index) => `<path d="M${-20 + index * 22} 588h11v6h-11z" fill="${INK}" fill-opacity=".75"/>`,
  );
  const course: Point[] = points('960,560 880,500 800,470 728,410 668,342');
  return `<rect width="1000" height="600" fill="url(#table)"/>${repeat(26, (index) => `<path d="M-20 ${index * 25}q500 ${n(between(random, -14, 14))} 1040 0" stroke="#3a2a1c" stroke-opacity=".5" stroke-width="${n(between(random, 0.6, 3))}" fill="none"/>`)}
<g transform="rotate(-4.500 500 300) translate(8 6)"><rect x="-40" y="-60" width="1010" height="668" fill="url(#paper)"/><clipPath id="sheet"><rect x="-40" y="-60" width="1010" height="644"/></clipPath><g clip-path="url(#sheet)">${soundings(shore)}${islands.join('')}
<path d="${shore}V-80H-80V540z" fill="#b99a62"/><clipPath id="land"><path d="${shore}V-80H-80V540z"/></clipPath><g clip-path="url(#land)">${hatch}</g><path d="${shore}" fill="none" stroke="${INK}" stroke-width="2"/>${depths}${rose(846, 452)}
<path d="${line(LIGHTS.slice(0, 8))}" fill="none" stroke="#6d2a17" stroke-opacity=".5" stroke-width="1.200" stroke-dasharray="2 5"/><path d="${line(course)}" fill="none" stroke="#1a1714" stroke-width="2.200" stroke-dasharray="14 6"/><path d="M668 342l4 14l10 -9z" fill="#1a1714"/>${LIGHTS.map(light).join('')}</g>
<rect x="-30" y="586" width="990" height="10" fill="none" stroke="${INK}" stroke-width="1"/>${ladder}<path d="M330 -60V600M664 -60V600" stroke="#3b2a12" stroke-opacity=".22" stroke-width="2"/><path d="M333 -60V600M667 -60V600" stroke="#fff3cf" stroke-opacity=".16" stroke-width="2"/>${stretched(stains, -40, -60, 1010, 668)}
<circle cx="640" cy="318" r="120" fill="url(#lamp)" fill-opacity=".8"/></g>${shadow}<g transform="rotate(-4.500 500 300) translate(8 6)">${dividers('url(#brass)', 'url(#steel)')}</g>${pencil('#7d2417', '#111')}
<rect width="1000" height="600" fill="url(#fall)"/>`;
};

/** A sea chart by lamplight: eight lights are crossed out, the ninth is not. */
export const drawChart = async (): Promise<Buffer> => {
  const stains = await texture({ seed: 88, cells: [5, 4], colour: [84, 54, 20], low: 0.42, high: 0.85, opacity: 0.34 });
  const shadow = await soft(
    CANVAS,
    4,
    '',
    `<g fill-opacity=".55" transform="rotate(-4.500 500 300) translate(-6 26)">${dividers('#000', '#000')}</g><g transform="translate(-4 9)" fill-opacity=".6">${pencil('#000', '#000').replaceAll('#e0b986', '#000')}</g>`,
  );
  return jpeg(drawing(CANVAS, definitions.join(''), shapes(stains, shadow)), {
    width: 2000,
    height: 1200,
    vignette: 0.25,
    bloom: 0.12,
  });
};
