import { mix } from './colour.ts';
import { jpeg } from './develop.ts';
import { repeat } from './random.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n, radial } from './svg.ts';

const CANVAS = { width: 1600, height: 900 };
const SIZE = { width: 1600, height: 900 };

const flame = (scale: number, opacity: number): string =>
  `<g transform="scale(${scale})" fill-opacity="${opacity}"><path d="M0 -190C40 -130 66 -80 60 -20C56 30 30 56 0 58C-30 56 -56 30 -60 -20C-66 -80 -34 -120 0 -190z" fill="#ffa531"/><path d="M2 -140C28 -96 42 -56 38 -16C34 22 18 40 0 42C-18 40 -36 22 -38 -16C-42 -56 -18 -90 2 -140z" fill="#ffe5a4"/><path d="M0 -70C14 -46 20 -22 16 2C12 22 -12 22 -16 2C-20 -22 -10 -46 0 -70z" fill="#fffdf4"/></g>`;

/** The lamp's flame among the prisms of its lens, from very near. */
export const drawLensClip = async (): Promise<Buffer> => {
  const [x, y] = [600, 456];
  const definitions = [
    radial(
      'glass',
      [
        [0, '#fff8e2'],
        [0.1, '#ffd98a'],
        [0.3, '#d98a36'],
        [0.62, '#6d3817'],
        [1, '#140b08'],
      ],
      `gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="1060"`,
    ),
    linear(
      'edge',
      [
        [0, '#fff3cc', 0.95],
        [0.3, '#ffc565', 0.3],
        [0.55, '#401c08', 0.5],
        [1, '#ffdf9a', 0.7],
      ],
      'x1="0" y1="0" x2="1" y2="1"',
    ),
    linear(
      'brass',
      [
        [0, '#1d1008'],
        [0.3, '#b67c30'],
        [0.46, '#fff0c0'],
        [0.62, '#8f5d20'],
        [1, '#150b05'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
    linear(
      'burner',
      [
        [0, '#20100a'],
        [0.34, '#7d4b1c'],
        [0.5, '#d99c4a'],
        [0.66, '#6a3c15'],
        [1, '#1a0d07'],
      ],
      `gradientUnits="userSpaceOnUse" x1="${x - 62}" y1="0" x2="${x + 62}" y2="0"`,
    ),
    glow('near', '#ffe0a0', 1, 2),
  ].join('');
  const ghosts = repeat(9, (index) => {
    const [angle, out] = [index * 0.7 + 0.4, 250 + index * 62];
    return `<g transform="translate(${n(x + Math.cos(angle) * out)} ${n(y + Math.sin(angle) * out * 0.8)}) rotate(${n((angle * 180) / Math.PI + 90)})">${flame(0.42 - index * 0.02, 0.5)}</g>`;
  });
  const reflected = await soft(CANVAS, 7, '', ghosts);
  const burning = await soft(CANVAS, 7, '', `<g transform="translate(${x} ${y})">${flame(1.12, 0.9)}</g>`);
  const rings = repeat(15, (index) => {
    const radius = 880 - index * 52;
    const thick = 30 - index * 1.1;
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="url(#glass)" fill-opacity=".5"/><circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#150a05" stroke-opacity=".62" stroke-width="${n(thick * 0.62)}"/><circle cx="${x - 4}" cy="${y - 4}" r="${n(radius - thick * 0.3)}" fill="none" stroke="url(#edge)" stroke-width="${n(2 + thick * 0.2)}"/><circle cx="${x + 3}" cy="${y + 3}" r="${n(radius - thick * 0.6)}" fill="none" stroke="${mix('#7fd0d8', '#ff9a5a', index / 14)}" stroke-opacity=".2" stroke-width="2.500"/>`;
  });
  const bar = (at: number, lean: number, width: number) =>
    `<g transform="translate(${at} 0) skewX(${lean})"><rect y="-20" width="${width}" height="940" fill="url(#brass)"/>${repeat(6, (index) => `<circle cx="${width / 2}" cy="${90 + index * 150}" r="8" fill="#2a160a"/><circle cx="${width / 2 - 2}" cy="${88 + index * 150}" r="5" fill="#e8b96a"/>`)}</g>`;
  const shapes = `<rect width="1600" height="900" fill="url(#glass)"/>${rings}${reflected}<circle cx="${x}" cy="${y}" r="400" fill="url(#near)"/><path d="M${x - 50} ${y + 56}h100l9 26h-118zM${x - 62} ${y + 88}h124v22h-124zM${x - 40} ${y + 114}h80l-22 40v400h-36v-400z" fill="url(#burner)"/>${burning}<g transform="translate(${x} ${y + 6})"><path d="M0 -104C20 -66 28 -34 24 -6C20 20 10 30 0 31C-10 30 -20 20 -24 -6C-28 -34 -16 -66 0 -104z" fill="#fffdf4" fill-opacity=".75"/></g>${bar(1180, -9, 74)}${bar(96, 9, 46)}<rect width="1600" height="900" fill="#000" fill-opacity=".06"/>`;
  return jpeg(drawing(CANVAS, definitions, shapes), { ...SIZE, vignette: 0.75, bloom: 0.3 });
};
