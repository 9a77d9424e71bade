import { knit } from './cloth.ts';
import { lock } from './hair.ts';
import type { Person } from './portrait.ts';
import { linear, points } from './svg.ts';

const SILVER = { dark: '#7e7f80', light: '#fdf4e2' };

/** The series' writer: a silver bob, heavy spectacles, a black roll-neck, shelves and a desk lamp behind her. */
export const writer: Person = {
  face: {
    skin: { light: '#f7d0a8', mid: '#d7a480', shadow: '#8d6253', deep: '#292327', lip: '#a54a48' },
    cheek: 85,
    jaw: 66,
    chin: 25,
    length: 0,
    eye: { colour: '#4a5d66', tilt: 1, open: 4 },
    brow: { colour: '#6f6a66', weight: 5, arch: 3 },
    nose: { width: 16, length: 22 },
    lips: { width: 28, full: 8, smile: 3 },
    age: 0.6,
  },
  definitions: `${linear('behind', [
    [0, '#27302f'],
    [1, '#121716'],
  ])}${linear(
    'wool',
    [
      [0, '#3a3d42'],
      [0.35, '#17181b'],
      [1, '#060708'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}`,
  backdrop: 'url(#behind)',
  distance:
    '<g><path d="M280 -10H510V610H280z" fill="#1c2423"/><g fill="#6a4a32"><path d="M300 70h18v96h-18zM344 60h24v106h-24zM402 76h20v90h-20zM300 236h26v100h-26zM362 226h18v110h-18zM420 244h28v92h-28z"/></g><g fill="#3f6461"><path d="M322 80h18v86h-18zM372 70h26v96h-26zM428 62h22v104h-22zM330 246h28v90h-28zM384 232h30v104h-30z"/></g><path d="M280 168H510v12H280zM280 338H510v12H280z" fill="#0c100f"/></g><path d="M20 120L110 120L140 190H-10z" fill="#2f5b4c"/><path d="M-10 190H140v40H-10z" fill="#ffd98e" fill-opacity=".8"/>',
  hairBehind: `${lock(
    {
      from: points('230,112 150,140 136,240 140,330 160,380'),
      to: points('250,130 200,170 190,250 194,330 206,372'),
      ...SILVER,
      strands: 80,
    },
    71,
  )}<path d="M250 112C350 110 366 220 360 320C358 350 346 372 330 380L300 370L300 150z" fill="#4c4e51"/>`,
  clothes: `<clipPath id="knitted"><path d="M10 610C18 548 64 508 154 480C176 470 180 440 186 398C222 434 280 434 314 398C320 440 324 470 346 480C436 508 482 548 490 610z"/></clipPath><path d="M10 610C18 548 64 508 154 480C176 470 180 440 186 398C222 434 280 434 314 398C320 440 324 470 346 480C436 508 482 548 490 610z" fill="url(#wool)"/><g clip-path="url(#knitted)">${knit([0, 390, 500, 220], 5, '#7b8088', '#000000')}</g><path d="M176 456C206 486 296 486 324 456" fill="none" stroke="#000" stroke-opacity=".6" stroke-width="4"/><path d="M12 600C22 548 66 510 152 482C172 472 180 440 184 402" fill="none" stroke="#ffdfae" stroke-opacity=".55" stroke-width="2.400"/>`,
  hair: `${lock(
    {
      from: points('286,116 206,100 156,140 142,230 148,356'),
      to: points('286,138 232,158 190,196 170,250 178,352'),
      ...SILVER,
      strands: 130,
    },
    73,
  )}${lock(
    {
      from: points('282,116 330,124 356,176 360,250 346,362'),
      to: points('282,138 308,160 326,200 332,260 322,356'),
      dark: '#3e4043',
      light: '#a6a8a8',
      strands: 90,
    },
    74,
  )}`,
  over: '<g fill="#e8f0ee" fill-opacity=".06"><rect x="171" y="250" width="62" height="46" rx="17"/><rect x="249" y="250" width="62" height="46" rx="17"/></g><g fill="none" stroke="#1c120e" stroke-width="6"><rect x="171" y="250" width="62" height="46" rx="17"/><rect x="249" y="250" width="62" height="46" rx="17"/><path d="M233 266C238 261 244 261 249 266"/></g><path d="M176 256C182 250 214 250 226 254" stroke="#d9a468" stroke-opacity=".8" stroke-width="1.800" fill="none"/><path d="M182 284L206 256" stroke="#fff" stroke-opacity=".26" stroke-width="5" stroke-linecap="round"/>',
  ears: false,
  rim: '#8fb8b4',
  lamp: '#f6c376',
};
