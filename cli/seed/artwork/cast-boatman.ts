import { knit } from './cloth.ts';
import { lock } from './hair.ts';
import type { Person } from './portrait.ts';
import { linear, points } from './svg.ts';

/** The relief boatman: a full grey beard, a knitted cap, oilskins. */
export const boatman: Person = {
  face: {
    skin: { light: '#efb685', mid: '#c07f57', shadow: '#70452f', deep: '#1c1b1a', lip: '#8d5044' },
    cheek: 95,
    jaw: 84,
    chin: 36,
    length: 4,
    eye: { colour: '#3f3526', tilt: -1, open: 1 },
    brow: { colour: '#8d8577', weight: 10, arch: 0 },
    nose: { width: 23, length: 27 },
    lips: { width: 27, full: 8, smile: 2 },
    age: 0.95,
  },
  definitions: `${linear('behind', [
    [0, '#16322f'],
    [0.55, '#2f5a4e'],
    [0.6, '#1c3c38'],
    [1, '#0a1918'],
  ])}${linear(
    'oilskin',
    [
      [0, '#d69a36'],
      [0.4, '#8a5e22'],
      [1, '#241a10'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}${linear(
    'cap',
    [
      [0, '#7a3026'],
      [0.45, '#4a1d1a'],
      [1, '#160a0b'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}`,
  backdrop: 'url(#behind)',
  distance:
    '<path d="M-10 350H510V610H-10z" fill="#0d2422"/><path d="M40 340h110l-14 26H58zM90 340v-110l50 100z" fill="#0b1b1a"/><circle cx="60" cy="322" r="16" fill="#ffd38a"/><circle cx="430" cy="150" r="60" fill="#cfe0c0" fill-opacity=".18"/>',
  clothes:
    '<path d="M-20 610C-10 540 50 500 150 474L194 430C220 470 280 470 306 430L350 474C450 500 510 540 520 610z" fill="url(#oilskin)"/><path d="M192 404C170 430 150 452 132 462L176 516L250 560L324 516L368 462C350 452 330 430 308 404C304 450 280 480 250 486C220 480 196 450 192 404z" fill="#b47c2b"/><path d="M250 486C280 480 304 450 308 404C330 430 350 452 368 462L324 516L250 560z" fill="#3b2814"/><path d="M132 462L176 516L250 560V610M-4 590C10 540 60 504 140 478" fill="none" stroke="#ffe3a4" stroke-opacity=".6" stroke-width="2.600"/><path d="M90 610C94 570 110 540 130 520M410 610C404 570 392 540 372 520" fill="none" stroke="#1d140a" stroke-opacity=".6" stroke-width="4"/><path d="M244 580h14v8h-14z" fill="#e8c880"/>',
  over: `${lock(
    {
      from: points('338,280 336,326 326,374 302,420 262,454'),
      to: points('330,286 308,334 288,354 270,392 246,458'),
      dark: '#2b2a28',
      light: '#918c80',
      strands: 110,
    },
    32,
  )}${lock(
    {
      from: points('161,280 162,326 172,374 196,420 234,454'),
      to: points('170,286 188,332 208,354 226,392 246,458'),
      dark: '#7a7466',
      light: '#fbeccd',
      strands: 130,
    },
    31,
  )}${lock(
    {
      from: points('206,352 206,380 216,420 240,460'),
      to: points('292,352 290,380 278,420 252,460'),
      dark: '#4b473f',
      light: '#e3d6ba',
      strands: 150,
    },
    36,
  )}<path d="M218 352C226 347 256 347 266 352C258 364 226 364 218 352z" fill="#6d3b33"/><path d="M219 353C232 357 252 357 265 353" fill="none" stroke="#2a1513" stroke-width="1.800"/>${lock(
    {
      from: points('240,333 220,332 200,344 186,366'),
      to: points('242,351 226,350 208,358 188,370'),
      dark: '#8d8576',
      light: '#fff2d6',
      strands: 60,
    },
    33,
  )}${lock(
    {
      from: points('242,333 262,332 284,344 298,366'),
      to: points('242,351 258,350 276,358 296,370'),
      dark: '#3f3c37',
      light: '#b3ab9b',
      strands: 60,
    },
    34,
  )}`,
  hair: `${lock(
    {
      from: [
        [158, 232],
        [152, 258],
        [156, 290],
      ],
      to: [
        [172, 230],
        [168, 258],
        [168, 288],
      ],
      dark: '#6f695d',
      light: '#e8dabd',
      strands: 30,
    },
    35,
  )}<clipPath id="knitted"><path d="M152 236C142 150 186 84 250 82C314 84 356 150 346 236C320 206 180 206 152 236z"/></clipPath><path d="M152 236C142 150 186 84 250 82C314 84 356 150 346 236C320 206 180 206 152 236z" fill="url(#cap)"/><g clip-path="url(#knitted)">${knit([140, 80, 220, 160], 8, '#e08a6c', '#1c0a0a')}</g><path d="M148 244C144 226 146 208 150 196C190 172 310 172 348 196C352 210 352 228 348 246C310 214 188 214 148 244z" fill="#5e241e"/><path d="M160 236l-2 -36M178 226l-4 -36M198 220l-4 -38M220 216l-2 -38M244 214v-38M268 215l2 -38M292 219l4 -37M314 226l5 -36M334 236l4 -35" stroke="#220c0b" stroke-opacity=".6" stroke-width="3"/><path d="M150 200C190 174 240 174 250 174" fill="none" stroke="#f3a98a" stroke-opacity=".5" stroke-width="2.400"/>`,
  rim: '#7fb7a4',
  lamp: '#f4c06a',
};
