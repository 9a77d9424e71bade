import { rock } from './coast.ts';
import { darkTower, lampOf } from './lighthouse.ts';
import { numbers } from './random.ts';
import { type Point, points, polygon } from './svg.ts';
import { stretched, texture } from './texture.ts';

/** The mist that lies along this coast. */
export const coastMist = () =>
  texture({ seed: 7, cells: [5, 3], colour: [138, 170, 168], low: 0.36, high: 0.8, opacity: 0.5, feathered: true });

/** Headlands from the farthest, each with the towers on it: the nearer, the darker and the taller. */
const HEADLANDS: { top: Point[]; colour: string; towers: [x: number, height: number][] }[] = [
  {
    top: points('-20,578 60,566 190,572 300,560 420,576 560,586 720,597'),
    colour: '#18363e',
    towers: [
      [66, 46],
      [196, 52],
      [312, 58],
    ],
  },
  {
    top: points('220,597 380,585 470,566 560,572 640,560 750,576 880,589 970,597'),
    colour: '#11282f',
    towers: [
      [474, 70],
      [640, 80],
      [780, 88],
    ],
  },
  {
    top: points('1320,597 1396,584 1452,550 1520,560 1570,538 1640,548'),
    colour: '#0c1d24',
    towers: [
      [1456, 98],
      [1570, 112],
    ],
  },
];

/** Where the coast's eight lamps are, from the farthest. */
export const lampsOfCoast = (horizon: number): Point[] =>
  HEADLANDS.flatMap(({ towers }) => towers.map(([x, height]) => lampOf({ x, height, base: horizon - 16 })));

/** The coast to both sides of Carrow Rock, its eight lighthouses extinguished, over a canvas 1600 wide. */
export const darkCoast = (horizon: number, mist: string): string => {
  const random = numbers(12);
  return HEADLANDS.map(({ top, colour, towers }, index) => {
    const outline = rock(random, top, 0.12, 4);
    const [first, last] = [outline[0]?.[0] ?? 0, outline.at(-1)?.[0] ?? 0];
    const standing = towers.map(([at, height]) => darkTower({ x: at, height, base: horizon - 16 }, colour, '#2b4a50'));
    return `${standing.join('')}<path d="${polygon([...outline, [last, horizon + 2], [first, horizon + 2]])}" fill="${colour}"/>${index < 2 ? stretched(mist, -100 - index * 400, horizon - 96 + index * 20, 2200, 130) : ''}`;
  }).join('');
};
