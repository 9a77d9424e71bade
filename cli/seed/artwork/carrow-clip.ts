import { crags, rock } from './coast.ts';
import { jpeg } from './develop.ts';
import { tower } from './lighthouse.ts';
import { between, numbers, repeat } from './random.ts';
import { crests, swell } from './sea.ts';
import { gulls } from './sky.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n, points, polygon } from './svg.ts';
import { stretched, texture } from './texture.ts';

const CANVAS = { width: 1600, height: 900 };
const SIZE = { width: 1600, height: 900 };

/** Carrow Rock at first light, from the bow of a boat. */
export const drawCarrowClip = async (): Promise<Buffer> => {
  const random = numbers(48);
  const definitions = [
    linear('sky', [
      [0, '#1d2f3a'],
      [0.28, '#48626a'],
      [0.5, '#9aa293'],
      [0.62, '#e0bd92'],
      [1, '#e0bd92'],
    ]),
    linear('sea', [
      [0, '#8e9a8e'],
      [0.2, '#4c6568'],
      [0.6, '#1f3a42'],
      [1, '#0a1a21'],
    ]),
    linear(
      'wall',
      [
        [0, '#e9ddc4'],
        [0.45, '#b7b09e'],
        [1, '#4c5654'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
    linear('rock', [
      [0, '#4a4d48'],
      [1, '#141d20'],
    ]),
    linear('rail', [
      [0, '#4a3523'],
      [1, '#0e0a08'],
    ]),
    glow('dawn', '#ffdfae', 0.85, 1.8),
  ].join('');
  const clouds = await texture({ seed: 71, cells: [4, 8], colour: [58, 72, 80], low: 0.4, high: 0.78, opacity: 0.7 });
  const mist = await texture({
    seed: 72,
    cells: [4, 3],
    colour: [238, 214, 178],
    low: 0.3,
    high: 0.75,
    opacity: 0.6,
    feathered: true,
  });
  const outline = rock(
    random,
    points(
      '430,610 500,560 548,552 590,500 640,486 690,452 760,440 960,438 1010,456 1040,492 1110,510 1150,556 1230,572 1300,610',
    ),
    0.26,
    4,
  );
  const light = { x: 300, y: 360, reach: 900, warm: '#f1cf9d', cool: '#93a09a' };
  const carrow = { x: 866, base: 446, height: 330 };
  const band = `<path d="M${866 - 330 * 0.0585} ${n(446 - 330 * 0.62)}L${866 - 330 * 0.064} ${n(446 - 330 * 0.42)}h${n(330 * 0.128)}L${866 + 330 * 0.0585} ${n(446 - 330 * 0.62)}z" fill="#8c3b2c" fill-opacity=".85"/><path d="M866 150l10 -2L${866 + 30} 446H866z" fill="#2b3a3e" fill-opacity=".3"/>`;
  const foam = await soft(
    CANVAS,
    2.4,
    '',
    repeat(
      420,
      () =>
        `<ellipse cx="${n(between(random, 420, 1310))}" cy="${n(610 - random() ** 4 * 60)}" rx="${n(between(random, 3, 16))}" ry="${n(between(random, 1, 4))}" fill="#f2ead8" fill-opacity="${n(between(random, 0.08, 0.4))}"/>`,
    ),
  );
  const water = { width: 1600, horizon: 560, bottom: 900 };
  const bow = `<path d="M-20 920L-20 850C300 800 560 776 800 690C1040 776 1300 800 1620 850V920z" fill="url(#rail)"/><path d="M-20 850C300 800 560 776 800 690C1040 776 1300 800 1620 850" fill="none" stroke="#e8c491" stroke-opacity=".7" stroke-width="5"/><path d="M-20 884C320 836 590 808 800 734C1010 808 1280 836 1620 884" fill="none" stroke="#000" stroke-opacity=".5" stroke-width="4"/><path d="M788 694L780 612H818L812 694z" fill="#120d0a"/><path d="M782 640C760 650 768 672 800 668C834 664 836 644 816 640M790 668C700 720 660 800 690 920" fill="none" stroke="#c9ae82" stroke-width="9" stroke-linecap="round"/><path d="M790 668C700 720 660 800 690 920" fill="none" stroke="#5d4a30" stroke-width="3" stroke-dasharray="3 9"/>`;
  const shapes = `<rect width="1600" height="900" fill="url(#sky)"/>${stretched(clouds, -50, 0, 1700, 520)}<circle cx="250" cy="540" r="560" fill="url(#dawn)"/>${stretched(mist, -100, 450, 1800, 190)}
<rect y="560" width="1600" height="340" fill="url(#sea)"/>${crests(random, 420, water, '#e8d9b8', 0.3)}${crests(random, 360, water, '#0a1f28', 0.4)}
${tower(carrow, { wall: 'url(#wall)', head: '#2a2f30', lantern: '#5f6f70', iron: '#1b2022' })}${band}<path d="M916 446v-40l24 -18h62l20 18v40z" fill="#cfc2a8"/><path d="M940 388h62l20 18h-106z" fill="#4a4a46"/><path d="M932 418h12v14h-12zM966 418h12v14h-12z" fill="#2a3335"/>
<clipPath id="stone"><path d="${polygon(outline)}"/></clipPath><path d="${polygon(outline)}" fill="url(#rock)"/><g clip-path="url(#stone)">${crags(random, [420, 420, 900, 210], 26, light)}</g>${foam}<path d="${swell(random, 1600, 612, 740, 9, 70)}" fill="#3c565b" fill-opacity=".85"/>${crests(random, 300, { ...water, horizon: 606 }, '#d9cfb4', 0.34)}<path d="${swell(random, 1600, 690, 900, 18, 130)}" fill="#1d3840" fill-opacity=".8"/>${crests(random, 140, { ...water, horizon: 690 }, '#b7c0b4', 0.3)}
${gulls(random, 11, [700, 220], 250, '#22303a')}${bow}`;
  return jpeg(drawing(CANVAS, definitions, shapes), { ...SIZE, vignette: 0.42, bloom: 0.12 });
};
