import { weave } from './cloth.ts';
import type { Person } from './portrait.ts';
import { curve, linear, type Point } from './svg.ts';

const JACKET = 'M0 610C8 544 58 504 152 476L204 444L250 540L296 444L348 476C442 504 492 544 500 610z';

/** One loc, from the crown down. */
const loc = (points: readonly Point[]): string =>
  `<path d="${curve(points)}" fill="none" stroke="#0e0908" stroke-width="15" stroke-linecap="round"/><path d="${curve(points)}" fill="none" stroke="#6d4a36" stroke-opacity=".75" stroke-width="7" stroke-dasharray="2.500 5" transform="translate(-2 0)"/><path d="${curve(points)}" fill="none" stroke="#1b110d" stroke-opacity=".6" stroke-width="4" transform="translate(3 0)"/>`;

/** The series' director: long locs tied back, a work jacket, headphones round the neck; a monitor lights the face. */
export const director: Person = {
  face: {
    skin: { light: '#a8714b', mid: '#70452f', shadow: '#3a2319', deep: '#120d0f', lip: '#663b33' },
    cheek: 88,
    jaw: 72,
    chin: 28,
    length: 10,
    eye: { colour: '#2a1a12', tilt: 2, open: 4 },
    brow: { colour: '#0d0908', weight: 8, arch: 2 },
    nose: { width: 23, length: 22 },
    lips: { width: 31, full: 12, smile: 3 },
    age: 0.3,
  },
  definitions: `${linear('behind', [
    [0, '#0f2620'],
    [0.6, '#17382e'],
    [1, '#08120f'],
  ])}${linear(
    'jacket',
    [
      [0, '#8a6a48'],
      [0.4, '#4c3a2a'],
      [1, '#15110e'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}${linear(
    'cup',
    [
      [0, '#56606a'],
      [1, '#12151a'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}`,
  backdrop: 'url(#behind)',
  distance:
    '<rect x="-20" y="180" width="120" height="180" fill="#8fd6c0" fill-opacity=".55"/><rect x="-10" y="200" width="90" height="140" fill="#d8f4e6" fill-opacity=".5"/><g fill="#f4c06a"><circle cx="380" cy="90" r="20" fill-opacity=".6"/><circle cx="446" cy="130" r="14" fill-opacity=".5"/><circle cx="420" cy="220" r="24" fill-opacity=".28"/><circle cx="350" cy="180" r="9" fill-opacity=".5"/></g><path d="M400 610L440 330H452L490 610z" fill="#050c0a"/>',
  hairBehind: [158, 176, 326, 344, 356]
    .map((x, index) =>
      loc([
        [250 + (x - 250) * 0.6, 118],
        [x, 200],
        [x + (x < 250 ? -8 : 8), 320],
        [x + (x < 250 ? -4 : 6), 430],
        [x, 500 - (index % 3) * 20],
      ]),
    )
    .join(''),
  clothes: `<clipPath id="cloth"><path d="${JACKET}"/></clipPath><path d="${JACKET}" fill="url(#jacket)"/><g clip-path="url(#cloth)">${weave(44, [0, 470, 500, 140], '#d8b488', 500)}</g><path d="M206 446C224 476 276 476 294 446L300 610H200z" fill="#c9c2b0"/><path d="M206 446C224 476 276 476 294 446L297 520H203z" fill="#8d8778"/><path d="M200 440C184 456 166 470 146 478L176 544L212 610L218 520zM300 440C316 456 334 470 354 478L324 544L288 610L282 520z" fill="#33271d"/><path d="M200 440C184 456 166 470 146 478L176 544L212 610" fill="none" stroke="#c4f0dc" stroke-opacity=".5" stroke-width="2"/>`,
  over: '<path d="M168 452C170 500 206 516 250 516C294 516 330 500 332 452" fill="none" stroke="#0d0f12" stroke-width="13"/><path d="M166 456C170 500 206 513 246 513" fill="none" stroke="#9fb0b0" stroke-opacity=".55" stroke-width="2.400"/><rect x="146" y="420" width="36" height="62" rx="16" fill="url(#cup)"/><rect x="318" y="420" width="36" height="62" rx="16" fill="url(#cup)"/><rect x="178" y="426" width="10" height="50" rx="5" fill="#0a0b0d"/><rect x="312" y="426" width="10" height="50" rx="5" fill="#0a0b0d"/><path d="M152 432v38" stroke="#d6efe6" stroke-opacity=".6" stroke-width="3" stroke-linecap="round"/>',
  onFace:
    '<path d="M212 350C224 340 258 340 272 350C258 344 224 344 212 350zM224 396C236 388 250 388 262 396C262 414 224 414 224 396z" fill="#0d0908" fill-opacity=".7"/>',
  hair: [
    '<path d="M158 214C156 130 200 92 256 92C312 92 346 134 342 214C330 180 300 166 250 164C204 166 172 182 158 214z" fill="#0e0908"/>',
    ...[162, 178, 196, 216, 238, 262, 284, 304, 322, 338].map((x) =>
      loc([
        [x + (250 - x) * 0.04, 170 + ((x - 250) / 90) ** 2 * 34],
        [x + (250 - x) * 0.2, 146 + ((x - 250) / 90) ** 2 * 22],
        [x + (250 - x) * 0.5, 112],
        [262, 96],
      ]),
    ),
    ...[
      [150, 210, 148, 300, 158, 392],
      [350, 210, 356, 300, 346, 400],
    ].map(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) =>
      loc([
        [250 + (a - 250) * 0.8, 160],
        [a, b],
        [c, d],
        [e, f],
      ]),
    ),
  ].join(''),
  ears: false,
  rim: '#f0b45e',
  lamp: '#8fe0c4',
};
