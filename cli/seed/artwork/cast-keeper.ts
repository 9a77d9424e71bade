import { knit, shoulders } from './cloth.ts';
import { lock } from './hair.ts';
import type { Person } from './portrait.ts';
import { linear, points } from './svg.ts';

const HAIR = { dark: '#1d1814', light: '#b79f83' };

const BODY = shoulders(0);
/** A roll of wool round the neck. */
const COLLAR =
  'M150 484C170 470 174 456 176 436C178 412 182 398 190 388C224 430 278 430 310 388C319 398 322 412 324 436C326 456 332 470 350 484C310 516 190 516 150 484z';

/** The keeper of the ninth light: hair pinned up, grey at the temples, a seaman's jumper. */
export const keeper: Person = {
  face: {
    skin: { light: '#f3c794', mid: '#cf9567', shadow: '#80503a', deep: '#2a1b1b', lip: '#99554a' },
    cheek: 88,
    jaw: 70,
    chin: 26,
    length: 6,
    eye: { colour: '#486267', tilt: 1, open: 3 },
    brow: { colour: '#2a211b', weight: 6, arch: 2 },
    nose: { width: 17, length: 24 },
    lips: { width: 29, full: 8, smile: 0 },
    age: 0.62,
  },
  definitions: `${linear('behind', [
    [0, '#0b2029'],
    [0.6, '#15363f'],
    [1, '#0a181e'],
  ])}${linear(
    'jumper',
    [
      [0, '#33505e'],
      [0.4, '#17303c'],
      [1, '#081318'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}`,
  backdrop: 'url(#behind)',
  distance:
    '<g stroke="#050d11" stroke-width="16"><path d="M20 -10L130 610M170 -10L60 610M330 -10L450 610M480 -10L360 610M-10 250H510"/></g><circle cx="30" cy="160" r="90" fill="#ffca74" fill-opacity=".9"/><circle cx="30" cy="160" r="46" fill="#fff3d0"/>',
  hairBehind: `<ellipse cx="300" cy="128" rx="52" ry="44" fill="#15110f"/>${lock(
    {
      from: points('258,122 282,92 318,92 346,124'),
      to: points('262,150 288,164 322,164 344,140'),
      ...HAIR,
    },
    3,
  )}`,
  clothes: `<clipPath id="wool"><path d="${BODY}${COLLAR}"/></clipPath><path d="${BODY}" fill="url(#jumper)"/><path d="M150 478C190 520 310 520 350 478" fill="none" stroke="#040a0d" stroke-opacity=".55" stroke-width="5"/><path d="${COLLAR}" fill="url(#jumper)"/><g clip-path="url(#wool)">${knit([-10, 380, 520, 230], 7, '#7d9fab', '#050d12')}</g><path d="M170 470C200 500 300 500 330 470M190 392C222 432 280 432 310 392" fill="none" stroke="#040a0d" stroke-opacity=".5" stroke-width="4"/><path d="M16 610C20 548 60 512 150 478C166 470 172 462 174 452C176 428 180 402 190 390" fill="none" stroke="#ffcd84" stroke-opacity=".5" stroke-width="2.600"/>`,
  hair: `${lock(
    {
      from: points('240,116 200,122 168,152 156,206 152,258'),
      to: points('240,152 214,160 186,186 170,218 163,254'),
      dark: '#2a221c',
      light: '#cdb08c',
      strands: 90,
    },
    5,
  )}${lock(
    {
      from: points('240,116 294,114 334,146 347,206 346,262'),
      to: points('240,152 284,150 318,180 332,216 337,258'),
      dark: '#14100e',
      light: '#a08a70',
      strands: 90,
    },
    8,
  )}<path d="M157 246C150 280 153 304 160 322" fill="none" stroke="#8d7761" stroke-width="1.400" stroke-linecap="round"/>`,
  ears: true,
  rim: '#4f8f98',
  lamp: '#f2a94c',
};
