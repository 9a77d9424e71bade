import { knit } from './cloth.ts';
import { lock } from './hair.ts';
import type { Person } from './portrait.ts';
import { between, numbers, repeat } from './random.ts';
import { linear, n, points } from './svg.ts';

const random = numbers(6);
const freckles = repeat(
  90,
  () =>
    `<circle cx="${n(between(random, 178, 304))}" cy="${n(between(random, 276, 320))}" r="${n(between(random, 0.6, 1.7))}" fill="#8a4a28" fill-opacity="${n(between(random, 0.15, 0.5))}"/>`,
);
const RED = { dark: '#5b2211', light: '#f08a42' };
const SHADE = { dark: '#2c110c', light: '#a4502a' };

/** Wren: young, freckled, long red hair blown to one side, a scarf. */
export const wren: Person = {
  face: {
    skin: { light: '#fbd5ad', mid: '#e0a67f', shadow: '#9a6150', deep: '#352024', lip: '#b45f55' },
    cheek: 82,
    jaw: 60,
    chin: 21,
    length: -4,
    eye: { colour: '#587048', tilt: 3, open: 6 },
    brow: { colour: '#7a3a1c', weight: 5, arch: 3 },
    nose: { width: 15, length: 18 },
    lips: { width: 24, full: 10, smile: 1 },
    age: 0.05,
  },
  definitions: `${linear('behind', [
    [0, '#2f2410'],
    [0.55, '#5a431b'],
    [1, '#171107'],
  ])}${linear(
    'coat',
    [
      [0, '#6e7a58'],
      [0.4, '#3b452f'],
      [1, '#11150f'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}${linear(
    'scarf',
    [
      [0, '#e9dcc2'],
      [0.4, '#b29f83'],
      [1, '#3e352c'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}`,
  backdrop: 'url(#behind)',
  distance:
    '<path d="M-10 430C120 380 200 420 300 396C400 372 440 400 510 380V610H-10z" fill="#151006"/><circle cx="410" cy="120" r="80" fill="#f2c66a" fill-opacity=".3"/><path d="M402 384l8 -120h18l8 120z" fill="#150f06"/>',
  hairBehind: `${lock(
    {
      from: points('226,112 150,150 138,240 146,330 116,420 128,520'),
      to: points('240,140 196,190 190,280 196,360 190,430 196,500'),
      ...RED,
      strands: 120,
    },
    51,
  )}${lock(
    {
      from: points('240,112 340,140 362,230 352,330 388,420 366,530'),
      to: points('250,140 300,190 310,280 304,360 310,430 300,500'),
      ...SHADE,
      strands: 120,
    },
    52,
  )}`,
  clothes:
    '<path d="M20 610C26 546 74 506 156 480L200 444H300L344 480C426 506 474 546 480 610z" fill="url(#coat)"/><path d="M250 520L240 610H260z" fill="#0d100b"/><path d="M206 560h26v9h-26zM268 560h26v9h-26z" fill="#caa46a" fill-opacity=".8"/>',
  over: `<clipPath id="wool"><path d="M164 426C176 420 182 418 190 424C206 444 230 452 250 452C274 452 296 442 312 422C320 416 328 418 336 426C352 440 352 470 330 492C290 520 206 520 172 494C148 472 150 432 168 412z"/></clipPath><path d="M164 426C176 420 182 418 190 424C206 444 230 452 250 452C274 452 296 442 312 422C320 416 328 418 336 426C352 440 352 470 330 492C290 520 206 520 172 494C148 472 150 432 168 412z" fill="url(#scarf)"/><g clip-path="url(#wool)">${knit([140, 400, 220, 120], 8, '#fff6e0', '#4a3c2e')}</g><path d="M160 450C190 482 300 486 342 446M186 500L178 606H226L232 510z" fill="url(#scarf)" stroke="#3e3226" stroke-opacity=".5" stroke-width="3"/>${lock(
    {
      from: points('152,300 140,360 126,430 136,520'),
      to: points('168,310 168,370 164,430 176,500'),
      ...RED,
      strands: 50,
    },
    55,
  )}`,
  onFace: freckles,
  hair: `${lock(
    {
      from: points('226,108 184,114 156,152 148,220 150,300'),
      to: points('226,150 206,164 182,196 168,244 164,300'),
      ...RED,
      strands: 100,
    },
    53,
  )}${lock(
    {
      from: points('226,108 290,106 340,142 356,220 344,310'),
      to: points('226,150 276,150 312,180 330,232 328,300'),
      ...SHADE,
      strands: 100,
    },
    54,
  )}`,
  ears: false,
  rim: '#b5a05a',
  lamp: '#ffc66c',
};
