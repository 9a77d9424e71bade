import { jpeg } from './develop.ts';
import { BRASS, oilLamp } from './interior.ts';
import { tower } from './lighthouse.ts';
import { between, numbers, repeat } from './random.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n } from './svg.ts';

const CANVAS = { width: 1600, height: 900 };
const LOOK = { ...CANVAS, vignette: 0.45, bloom: 0.35 };

/** The model of Carrow Rock on a bench in the workshop, its lamp tried for the first time. */
export const drawModel = async (): Promise<Buffer> => {
  const random = numbers(101);
  const definitions = [
    linear('room', [
      [0, '#0d1a1f'],
      [0.7, '#1b2a2c'],
      [1, '#0a1113'],
    ]),
    BRASS,
    linear('bench', [
      [0, '#9a6532'],
      [0.3, '#5c3a1e'],
      [1, '#170e08'],
    ]),
    linear(
      'wall',
      [
        [0, '#fff0d0'],
        [0.4, '#c9b592'],
        [1, '#4a4336'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
    linear('card', [
      [0, '#c9a878'],
      [1, '#5c4429'],
    ]),
    glow('warm', '#f0a348', 0.6, 1.7),
    glow('near', '#ffe6b0', 1, 2.2),
    linear('night', [
      [0, '#0a1c26'],
      [1, '#2b525b'],
    ]),
    linear('steel', [
      [0, '#dfe6e6'],
      [1, '#4a5558'],
    ]),
  ].join('');
  const shelf = (y: number) =>
    `<path d="M930 ${y}H1610v16H930z" fill="#0b1214"/>${repeat(13, () => {
      const [x, width, height] = [between(random, 940, 1570), between(random, 18, 44), between(random, 40, 110)];
      return `<rect x="${n(x)}" y="${n(y - height)}" width="${n(width)}" height="${n(height)}" rx="4" fill="${['#3d4c44', '#5a3a28', '#2b3d44', '#6a5a3a'][Math.floor(random() * 4)]}"/>`;
    })}`;
  const distance = await soft(
    CANVAS,
    6,
    definitions,
    `<rect x="120" y="70" width="430" height="400" fill="#0a1113"/><rect x="140" y="90" width="185" height="360" fill="url(#night)"/><rect x="345" y="90" width="185" height="360" fill="url(#night)"/>${shelf(250)}${shelf(470)}<path d="M1010 -10V60L960 110H1080L1030 60V-10z" fill="#0a1113"/>`,
  );
  const rockCard = repeat(
    9,
    (index) =>
      `<path d="M${n(560 + index * 22 - random() * 16)} ${730 - index * 20}Q${790 + n(between(random, -30, 30))} ${n(700 - index * 20)} ${n(1040 - index * 20 + random() * 16)} ${730 - index * 20}l-4 20Q800 ${760 - index * 20} ${n(566 + index * 22)} ${750 - index * 20}z" fill="url(#card)" stroke="#3a2814" stroke-opacity=".7" stroke-width="1.600"/>`,
  );
  const levels = [260, 360, 460, 560];
  const scaffold = `<path d="M712 566V236M888 566V236${levels.map((y) => `M700 ${y - 10}H900`).join('')}${levels
    .slice(0, 3)
    .map((y) => `M712 ${y - 10}L888 ${y + 90}`)
    .join(
      '',
    )}" fill="none" stroke="#9a7442" stroke-width="5"/><path d="M714 236V566M886 236V566" stroke="#ffe2ae" stroke-opacity=".5" stroke-width="1.600"/>`;
  const cast = await soft(
    CANVAS,
    10,
    '',
    '<ellipse cx="800" cy="756" rx="330" ry="30" fill="#000" fill-opacity=".7"/><ellipse cx="330" cy="776" rx="120" ry="16" fill="#000" fill-opacity=".6"/><ellipse cx="1270" cy="790" rx="180" ry="18" fill="#000" fill-opacity=".6"/>',
  );
  const jar =
    '<path d="M268 620H388L378 776H278z" fill="#4f6f70" fill-opacity=".75"/><path d="M284 632L290 768" stroke="#fff" stroke-opacity=".35" stroke-width="5"/><path d="M300 640L270 470M322 640L318 430M346 640L372 460M360 640L410 500" stroke="#c79a5c" stroke-width="9"/><path d="M270 476l-10 -50l22 -4l-2 52zM310 432l0 -50l18 0l-2 50zM366 464l14 -46l18 8l-20 42zM404 504l24 -36l14 12l-28 32z" fill="#e9dcc0"/>';
  const tools =
    '<path d="M1130 782L1340 742L1344 756L1134 800z" fill="url(#steel)"/><path d="M1340 736L1440 716L1446 748L1344 764z" fill="#7a2f1d"/><path d="M1180 826C1230 800 1300 800 1350 830L1344 838C1300 812 1232 812 1188 836z" fill="url(#steel)"/><circle cx="1172" cy="838" r="18" fill="none" stroke="#20282a" stroke-width="8"/><circle cx="1360" cy="838" r="18" fill="none" stroke="#20282a" stroke-width="8"/><path d="M420 820L620 800L622 812L422 834z" fill="#e2c27a"/>';
  const shapes = `<rect width="1600" height="900" fill="url(#room)"/>${distance}<circle cx="800" cy="236" r="760" fill="url(#warm)"/><path d="M-10 690H1610V910H-10z" fill="url(#bench)"/>${repeat(18, (index) => `<path d="M-10 ${n(700 + index * 12)}q800 ${n(between(random, -9, 9))} 1620 0" fill="none" stroke="#1c0f08" stroke-opacity=".4" stroke-width="${n(between(random, 0.8, 3))}"/>`)}${cast}${scaffold}${rockCard}${tower({ x: 800, base: 560, height: 320 }, { wall: 'url(#wall)', head: '#3a2a1c', lantern: '#fff0c4', iron: '#241a12' })}<path d="M846 556v-34l24 -16h44l20 16v34z" fill="#d9c199"/><path d="M862 520l24 -22h40l18 22z" fill="#7a4a2c"/>${jar}${tools}<g transform="translate(1470 700) scale(.9)">${oilLamp}</g><circle cx="1470" cy="574" r="110" fill="url(#near)" fill-opacity=".7"/><circle cx="800" cy="239" r="260" fill="url(#near)"/><circle cx="800" cy="239" r="12" fill="#fffaf0"/>`;
  return jpeg(drawing(CANVAS, definitions, shapes), { ...LOOK, bloom: 0.25 });
};
