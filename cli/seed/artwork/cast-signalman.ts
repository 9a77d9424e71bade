import { shoulders, weave } from './cloth.ts';
import { curls } from './hair.ts';
import type { Person } from './portrait.ts';
import { linear } from './svg.ts';

const beard =
  'M163 300C166 330 176 362 198 384C214 402 226 412 242 413C262 413 280 400 298 378C318 356 330 328 334 300C326 318 314 330 300 336C284 332 270 330 258 334C248 328 234 328 224 334C212 330 198 334 186 334C176 326 168 314 163 300zM214 352C222 342 260 342 270 352C264 372 222 372 214 352z';

/** The signalman: young, close-cropped, a trimmed beard, a pea coat with brass buttons. */
export const signalman: Person = {
  face: {
    skin: { light: '#c98a54', mid: '#8f5733', shadow: '#4d2b1d', deep: '#180f10', lip: '#74402f' },
    cheek: 86,
    jaw: 76,
    chin: 32,
    length: 8,
    eye: { colour: '#3b2416', tilt: 1, open: 4 },
    brow: { colour: '#120c0a', weight: 8, arch: 1 },
    nose: { width: 22, length: 24 },
    lips: { width: 30, full: 11, smile: 1 },
    age: 0.2,
  },
  definitions: `${linear('behind', [
    [0, '#2a1513'],
    [0.6, '#41201a'],
    [1, '#140b0c'],
  ])}${linear(
    'coat',
    [
      [0, '#26303c'],
      [0.45, '#131922'],
      [1, '#06080c'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )}${linear('button', [
    [0, '#ffe2a0'],
    [1, '#7c521d'],
  ])}`,
  backdrop: 'url(#behind)',
  distance:
    '<circle cx="70" cy="250" r="150" fill="#f0a04a" fill-opacity=".55"/><g fill="#170c0b"><path d="M-10 170h170v14H-10zM-10 212h170v14H-10zM-10 254h170v14H-10zM-10 296h170v14H-10zM-10 338h170v14H-10z"/></g><path d="M360 -10h20V620h-20zM440 -10h12V620h-12z" fill="#1a0d0c"/>',
  clothes: `<path d="${shoulders(0, 262)}" fill="url(#coat)"/><clipPath id="serge"><path d="${shoulders(0, 262)}"/></clipPath><g clip-path="url(#serge)">${weave(4, [0, 430, 500, 190], '#55657a', 700)}</g><path d="M206 440L250 520L294 440L286 476L250 540L214 476z" fill="#0c1016"/><path d="M196 418C180 440 158 462 134 474L150 520L196 504L240 606H262L304 504L350 520L366 474C342 462 320 440 304 418C308 462 284 498 250 524C216 498 192 462 196 418z" fill="#1a222d"/><path d="M196 418C180 440 158 462 134 474L150 520L196 504L240 606" fill="none" stroke="#ffcf8c" stroke-opacity=".45" stroke-width="2.200"/><path d="M304 418C320 440 342 462 366 474L350 520L304 504L262 606" fill="none" stroke="#000" stroke-opacity=".6" stroke-width="2.400"/><circle cx="190" cy="556" r="9" fill="url(#button)"/><circle cx="312" cy="556" r="9" fill="url(#button)" fill-opacity=".5"/>`,
  onFace: `<path d="${beard}" fill="#120c0a" fill-opacity=".86" fill-rule="evenodd"/><path d="M214 339C226 330 240 330 241 333C250 330 262 332 272 341C258 337 250 339 241 340C232 339 224 337 214 339z" fill="#120c0a" fill-opacity=".85"/>`,
  hair: `<path d="M162 214C156 150 196 108 252 108C308 108 346 148 338 216C336 204 332 192 326 184C316 168 300 160 250 158C206 160 188 168 176 184C170 192 166 202 162 214z" fill="#0f0b0a"/>${curls(21, [250, 136, 76, 27], 4.4, '#0f0b0a', '#8a6242', 360)}`,
  rim: '#d0714a',
  lamp: '#f2a04a',
};
