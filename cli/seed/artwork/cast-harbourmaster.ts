import { weave } from './cloth.ts';
import { lock } from './hair.ts';
import type { Person } from './portrait.ts';
import { glow, linear, points } from './svg.ts';

const SUIT = 'M-6 610C4 540 60 500 152 474L200 436L250 600L300 436L348 474C440 500 496 540 506 610z';

/** The harbour master: old, bald, white whiskers, round spectacles, a three-piece suit. */
export const harbourmaster: Person = {
  face: {
    skin: { light: '#e4ac80', mid: '#b4785a', shadow: '#693f36', deep: '#21181d', lip: '#855048' },
    cheek: 86,
    jaw: 74,
    chin: 30,
    length: 16,
    eye: { colour: '#6d6f5e', tilt: -2, open: 2 },
    brow: { colour: '#cfc5b4', weight: 9, arch: 3 },
    nose: { width: 20, length: 30 },
    lips: { width: 26, full: 6, smile: -2 },
    age: 1,
  },
  definitions: `${glow('shine', '#fff0d4', 0.7, 1.6)}${linear('behind', [
    [0, '#241a2a'],
    [0.6, '#3a2a3e'],
    [1, '#120d15'],
  ])}${linear(
    'suit',
    [
      [0, '#5b5560'],
      [0.4, '#302c36'],
      [1, '#0c0b0f'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}${linear(
    'shirt',
    [
      [0, '#f6ead2'],
      [0.5, '#b9a78f'],
      [1, '#4a4142'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}`,
  backdrop: 'url(#behind)',
  distance:
    '<g fill="#17101b"><path d="M300 -10H510V610H300z"/></g><g fill="#5b4050"><path d="M322 60h32v110h-32zM362 70h26v100h-26zM396 50h40v120h-40zM444 66h30v104h-30zM322 230h44v110h-44zM376 244h28v96h-28zM412 226h36v114h-36z"/></g><path d="M300 176H510v10H300zM300 346H510v10H300z" fill="#0d090f"/>',
  clothes: `<path d="M204 430L250 470L296 430L300 500L250 610L200 500z" fill="url(#shirt)"/><path d="M238 470h24l6 16l10 110l-28 20l-28 -20l10 -110z" fill="#1f3a44"/><path d="M236 500l30 20M233 524l36 24M230 552l40 26" stroke="#c8a45c" stroke-width="3"/><path d="M206 414L240 470L208 494L186 440zM294 414L262 470L292 494L314 440z" fill="url(#shirt)" stroke="#6d5f52" stroke-opacity=".5" stroke-width="1.500"/><path d="${SUIT}" fill="url(#suit)"/><clipPath id="tweed"><path d="${SUIT}"/></clipPath><g clip-path="url(#tweed)">${weave(24, [0, 440, 500, 170], '#b6a9a0', 900)}</g><path d="M196 440C178 462 160 474 146 480L166 530L150 546L240 610L212 508z" fill="#4b4651"/><path d="M304 440C322 462 340 474 354 480L334 530L350 546L260 610L288 508z" fill="#17151b"/><path d="M196 440C178 462 160 474 146 480L166 530L150 546L240 610" fill="none" stroke="#ffd9a0" stroke-opacity=".5" stroke-width="2"/><path d="M168 588C196 604 214 604 228 596" fill="none" stroke="#e5b860" stroke-width="2.400"/>`,
  onFace: '<ellipse cx="206" cy="168" rx="46" ry="26" fill="url(#shine)" transform="rotate(-24 206 168)"/>',
  hair: `${lock(
    {
      from: points('166,214 150,226 146,256 152,296'),
      to: points('174,216 170,236 166,262 166,296'),
      dark: '#a79c8b',
      light: '#fff4de',
      strands: 40,
    },
    61,
  )}${lock(
    {
      from: points('334,214 350,226 354,256 348,300'),
      to: points('328,216 332,236 334,262 336,300'),
      dark: '#4a4548',
      light: '#9b939a',
      strands: 36,
    },
    62,
  )}`,
  over: `${lock(
    {
      from: points('240,337 216,336 194,350 176,348'),
      to: points('242,355 222,358 200,366 174,354'),
      dark: '#b3a794',
      light: '#fff8e6',
      strands: 60,
    },
    63,
  )}${lock(
    {
      from: points('242,337 266,336 288,350 306,348'),
      to: points('242,355 260,358 282,366 308,354'),
      dark: '#575058',
      light: '#b5adb0',
      strands: 60,
    },
    64,
  )}<g fill="none" stroke="#d8ac5c" stroke-width="3"><circle cx="203" cy="272" r="28"/><circle cx="279" cy="272" r="28" stroke="#8d6d3a"/><path d="M231 268C236 262 246 262 251 268M175 266L156 260" stroke-linecap="round"/></g><path d="M183 260L205 249M186 276L218 258" stroke="#fff3d6" stroke-opacity=".34" stroke-width="5" stroke-linecap="round"/>`,
  rim: '#9a78b8',
  lamp: '#f0b066',
};
