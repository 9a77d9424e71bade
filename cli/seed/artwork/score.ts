import { jpeg } from './develop.ts';
import { BRASS } from './interior.ts';
import { between, numbers, type Random, repeat } from './random.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n, radial } from './svg.ts';

const CANVAS = { width: 1600, height: 900 };
const LOOK = { ...CANVAS, vignette: 0.45, bloom: 0.35 };

/** Staves with notes over a sheet of paper 520 wide and 640 tall. */
const staves = (random: Random): string =>
  repeat(7, (system) => {
    const y = 60 + system * 80;
    const rules = repeat(5, (index) => `M36 ${y + index * 8}h448`);
    const notes = repeat(16, (index) => {
      const [x, at] = [76 + index * 25.6, y + 4 * Math.round(between(random, -1, 9))];
      if (random() < 0.14) return `<path d="M${n(x)} ${y + 12}h9v5h-9z" fill="#241a14"/>`;
      const up = at > y + 16;
      const stem = up ? `M${n(x + 5)} ${n(at)}v-27` : `M${n(x - 5)} ${n(at)}v27`;
      const flag =
        random() < 0.4 ? (up ? `M${n(x + 5)} ${n(at - 27)}q9 6 8 16` : `M${n(x - 5)} ${n(at + 27)}q9 -6 8 -16`) : '';
      return `<ellipse cx="${n(x)}" cy="${n(at)}" rx="5.600" ry="4" transform="rotate(-20 ${n(x)} ${n(at)})" fill="${random() < 0.2 ? '#e9d2a0' : '#241a14'}" stroke="#241a14" stroke-width="1.400"/><path d="${stem}${flag}" fill="none" stroke="#241a14" stroke-width="1.700"/>`;
    });
    const bars = repeat(5, (index) => `M${36 + index * 112} ${y}v32`);
    return `<path d="${rules}${bars}" stroke="#241a14" stroke-opacity=".7" stroke-width="1.100"/><path d="M50 ${y + 38}c-12 -4 -8 -18 4 -16c12 4 4 22 -8 10c-12 -16 18 -30 10 -44c-8 -4 -6 24 -2 50" fill="none" stroke="#241a14" stroke-width="2"/>${notes}<path d="M${n(between(random, 90, 300))} ${y + 46}q60 10 120 0" fill="none" stroke="#241a14" stroke-width="1.600"/>`;
  });

/** The score on its stand, before the orchestra's empty chairs. */
export const drawScore = async (): Promise<Buffer> => {
  const random = numbers(91);
  const definitions = [
    linear('room', [
      [0, '#130e0c'],
      [0.6, '#2a1b12'],
      [1, '#0c0807'],
    ]),
    BRASS,
    radial(
      'paper',
      [
        [0, '#fff3d2'],
        [0.6, '#e6cd99'],
        [1, '#94774a'],
      ],
      'gradientUnits="userSpaceOnUse" cx="300" cy="40" r="760"',
    ),
    glow('warm', '#f0a348', 0.6, 1.6),
    glow('near', '#ffe6b0', 0.95, 2),
    linear(
      'black',
      [
        [0, '#3a3f44'],
        [0.5, '#15181b'],
        [1, '#050607'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
  ].join('');
  const lights = repeat(
    34,
    () =>
      `<circle cx="${n(between(random, 0, 1600))}" cy="${n(between(random, 120, 560))}" r="${n(between(random, 10, 44))}" fill="${random() < 0.75 ? '#f3b45e' : '#6fb0ae'}" fill-opacity="${n(between(random, 0.1, 0.5))}"/>`,
  );
  const stands = [80, 250, 1180, 1340, 1500].map(
    (x, index) =>
      `<g transform="translate(${x} ${360 + (index % 2) * 40})" fill="#070504"><path d="M-60 0L60 -10L66 90L-66 100z"/><path d="M-4 96h8v280h-8z"/><path d="M-70 380L0 330L70 380z"/></g>`,
  );
  const distance = await soft(CANVAS, 9, definitions, `${lights}${stands.join('')}`);
  const sheet = (x: number, lean: number, seed: number) =>
    `<g transform="translate(${x} 190) skewY(${lean})"><rect width="520" height="640" fill="url(#paper)"/>${staves(numbers(seed))}<path d="M0 0h520" stroke="#fff8e4" stroke-width="3"/></g>`;
  const microphone =
    '<path d="M1292 910L1240 420L1250 418L1308 910z" fill="#060708"/><g transform="translate(1240 330) rotate(-8)"><rect x="-52" y="-100" width="104" height="190" rx="50" fill="url(#black)"/><path d="M-50 -40H50M-50 -22H50M-50 -4H50M-50 14H50M-50 32H50M-46 -58H46M-40 -74H40" stroke="#8e979b" stroke-opacity=".55" stroke-width="4"/><path d="M-54 44h108v12h-108z" fill="url(#brass)"/><path d="M-40 -70Q-46 -10 -42 50" fill="none" stroke="#ffd08a" stroke-opacity=".7" stroke-width="5"/></g>';
  const shade = await soft(
    CANVAS,
    14,
    '',
    '<path d="M702 190H722V830H702z" fill="#000" fill-opacity=".4"/><path d="M120 820H1220V900H120z" fill="#000" fill-opacity=".7"/>',
  );
  const shapes = `<rect width="1600" height="900" fill="url(#room)"/>${distance}<circle cx="560" cy="150" r="760" fill="url(#warm)"/><path d="M150 170H1250L1290 850H110z" fill="#0a0807"/>${sheet(190, 1.2, 7)}${sheet(712, -1.2, 8)}${shade}<path d="M96 838H1306V872H96z" fill="url(#black)"/><path d="M96 838H1306" stroke="#ffcf8a" stroke-opacity=".6" stroke-width="3"/><path d="M840 842L1100 700L1106 706L852 848z" fill="#efe4cc"/><path d="M820 852L846 838L854 848L826 858z" fill="#7a2f1d"/>
<path d="M470 128H930L968 172H436z" fill="#0d0a08"/><path d="M436 172H968" stroke="#fff0c8" stroke-width="6"/><path d="M690 128V70Q690 40 730 40" fill="none" stroke="#0d0a08" stroke-width="12"/><ellipse cx="700" cy="182" rx="420" ry="130" fill="url(#near)" fill-opacity=".8"/>${microphone}`;
  return jpeg(drawing(CANVAS, definitions, shapes), { ...LOOK, bloom: 0.2 });
};
