import { weave } from './cloth.ts';
import { lock } from './hair.ts';
import type { Person } from './portrait.ts';
import { linear, points, radial } from './svg.ts';

const TRENCH = 'M2 610C10 540 60 500 156 478L188 430L250 540L312 430L344 478C440 500 490 540 498 610z';

/** The inspector: finger-waved hair below a cloche, a trench coat with its collar up. */
export const inspector: Person = {
  face: {
    skin: { light: '#e0a473', mid: '#a86d47', shadow: '#633b2a', deep: '#1d1619', lip: '#8a3535' },
    cheek: 84,
    jaw: 64,
    chin: 24,
    length: 2,
    eye: { colour: '#33231a', tilt: 4, open: 4 },
    brow: { colour: '#17100d', weight: 4, arch: 5 },
    nose: { width: 19, length: 20 },
    lips: { width: 27, full: 11, smile: -1 },
    age: 0.36,
  },
  definitions: `${linear('behind', [
    [0, '#1c2839'],
    [0.6, '#2c3c54'],
    [1, '#10161f'],
  ])}${linear(
    'felt',
    [
      [0, '#5f4a55'],
      [0.45, '#34272f'],
      [1, '#120d11'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}${linear(
    'trench',
    [
      [0, '#b08a5c'],
      [0.4, '#6b5238'],
      [1, '#1d1713'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}${radial('pin', [
    [0, '#fff0c0'],
    [1, '#b07c30'],
  ])}`,
  backdrop: 'url(#behind)',
  distance:
    '<g fill="#e8d6b0" fill-opacity=".3"><path d="M-10 60L300 20V38L-10 82zM-10 120L300 84V102L-10 142zM-10 180L300 148V166L-10 202zM-10 240L300 212V230L-10 262zM-10 300L300 276V294L-10 322z"/></g>',
  hairBehind: `${lock(
    {
      from: points('166,214 150,256 158,300 150,334 170,352'),
      to: points('196,214 190,256 192,300 190,330 186,350'),
      dark: '#15100e',
      light: '#8a6a50',
      strands: 60,
    },
    4,
  )}<path d="M316 214C352 246 344 286 346 312C350 336 336 352 318 352z" fill="#0d0a0a"/>`,
  clothes: `<clipPath id="cloth"><path d="${TRENCH}"/></clipPath><path d="${TRENCH}" fill="url(#trench)"/><g clip-path="url(#cloth)">${weave(14, [0, 480, 500, 130], '#d8b98a', 300)}</g><path d="M210 440L250 500L290 440L282 540H218z" fill="#1b1e27"/><path d="M236 486h28l-6 20l10 100h-36l10 -100z" fill="#5a1f26"/><path d="M186 372C164 398 150 436 152 486L206 530L250 610L214 500C196 470 184 420 186 372z" fill="#a47f53"/><path d="M314 372C336 398 350 436 348 486L294 530L250 610L286 500C304 470 316 420 314 372z" fill="#3a2d20"/><path d="M186 372C164 398 150 436 152 486L206 530L250 610" fill="none" stroke="#ffdca4" stroke-opacity=".75" stroke-width="2.400"/><path d="M160 484C160 440 170 404 184 384" fill="none" stroke="#3c2c1b" stroke-opacity=".6" stroke-width="1.600"/>`,
  hair: `<path d="M160 244C150 208 154 150 190 116C226 86 288 86 320 118C350 150 352 204 342 246C328 220 296 208 250 206C208 206 176 220 160 244z" fill="url(#felt)"/><path d="M158 238C176 206 214 196 250 196C292 196 326 208 344 240L346 262C326 232 292 222 250 221C208 221 178 234 154 264C152 254 154 246 158 238z" fill="#2a1f27"/><path d="M154 262C178 232 208 220 250 220" fill="none" stroke="#e5b98c" stroke-opacity=".55" stroke-width="2.200"/><path d="M166 196C190 172 220 166 250 166C288 166 316 174 336 198" fill="none" stroke="#8b2f35" stroke-width="12"/><circle cx="196" cy="178" r="8" fill="url(#pin)"/><path d="M172 160C182 132 204 112 232 106" fill="none" stroke="#f2cfa4" stroke-opacity=".16" stroke-width="7" stroke-linecap="round"/>`,
  ears: false,
  rim: '#6f8fc4',
  lamp: '#f0c382',
  mirrored: true,
};
