import { jpeg } from './develop.ts';
import { BRASS, EPISODE, EPISODE_LOOK, WOOD } from './interior.ts';
import { repeat } from './random.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n, radial } from './svg.ts';

const [CANVAS, LOOK] = [EPISODE, EPISODE_LOOK];

/** A ladder-backed chair, turned towards the table at its right. */
const chair = (x: number, mirrored: boolean): string =>
  `<g transform="translate(${x} 0) scale(${mirrored ? -1 : 1} 1)"><path d="M0 396h11l8 312H8zM54 408h10l4 286H58zM4 560L112 556L124 574L10 580zM108 570h11v134h-11zM14 628h98v7H14z" fill="#120c08"/>${repeat(4, (index) => `<path d="M6 ${412 + index * 32}Q34 ${404 + index * 32} 60 ${420 + index * 30}v13Q34 ${420 + index * 32} 6 ${427 + index * 32}z" fill="#1d130b"/><path d="M6 ${412 + index * 32}Q34 ${404 + index * 32} 60 ${420 + index * 30}" fill="none" stroke="#e2a257" stroke-opacity=".5" stroke-width="1.800"/>`)}</g>`;

/** A table laid for two in an empty lighthouse kitchen; the lamp is lit, the relief boatman stands in the door. */
export const drawTable = async (): Promise<Buffer> => {
  const definitions = [
    BRASS,
    WOOD,
    glow('lamp', '#ffbf66', 0.8, 1.7),
    glow('near', '#ffe6ae', 0.95, 2.2),
    radial(
      'wall',
      [
        [0, '#7d5a34'],
        [0.5, '#3a2a1c'],
        [1, '#120f0d'],
      ],
      'gradientUnits="userSpaceOnUse" cx="700" cy="260" r="720"',
    ),
    linear('door', [
      [0, '#1b3b47'],
      [1, '#4b7078'],
    ]),
    linear('cloth', [
      [0, '#fff1d0'],
      [1, '#a88b62'],
    ]),
    radial('plate', [
      [0, '#fffaf0'],
      [0.7, '#e5d6b8'],
      [1, '#a38c68'],
    ]),
  ].join('');
  const cast = await soft(
    CANVAS,
    7,
    '',
    '<path d="M246 640L326 640L420 724H150z" fill="#000" fill-opacity=".6"/><ellipse cx="700" cy="680" rx="330" ry="34" fill="#000" fill-opacity=".7"/>',
  );
  const cold = await soft(CANVAS, 12, '', '<path d="M170 640L320 640L480 720H90z" fill="#7fb0ba" fill-opacity=".34"/>');
  const stones = repeat(
    11,
    (row) =>
      `<path d="M-10 ${40 + row * 50}Q640 ${n(6 + row * 50)} 1290 ${40 + row * 50}" fill="none" stroke="#000" stroke-opacity=".2" stroke-width="2.500"/>${repeat(13, (index) => `<path d="M${n(index * 104 + (row % 2) * 52 - 20)} ${n(28 + row * 50)}v46" stroke="#000" stroke-opacity=".15" stroke-width="2.500"/>`)}`,
  );
  const setting = (x: number, cup: number) =>
    `<ellipse cx="${x}" cy="494" rx="62" ry="14" fill="url(#plate)"/><ellipse cx="${x}" cy="493" rx="40" ry="8" fill="none" stroke="#8a7552" stroke-opacity=".6" stroke-width="1.500"/><path d="M${x - 82} 498l18 -12M${x + 66} 486l18 12" stroke="#d8d2c4" stroke-width="3"/><path d="M${cup} 484h32v-28h-32zM${cup + 32} 478q14 -2 12 -10q-2 -6 -12 -5" fill="#d9c29a" stroke="#6d5330" stroke-width="2"/>`;
  const man =
    '<g transform="translate(0 76)"><path d="M246 560C240 500 236 430 244 392C238 350 252 330 268 322C262 306 262 284 282 282C304 282 304 308 298 322C316 330 328 352 324 394C334 440 330 500 326 560z" fill="#0a1013"/><path d="M256 300C260 274 304 274 310 300L318 308C296 300 270 300 248 308z" fill="#0a1013"/><path d="M318 350C328 380 330 440 326 520M300 326C312 332 320 340 322 352M303 290C304 300 302 312 298 320" fill="none" stroke="#ffc87c" stroke-opacity=".8" stroke-width="2.600"/></g>';
  const shapes = `<rect width="1280" height="720" fill="url(#wall)"/>${stones}<path d="M186 640V190Q186 140 284 136Q382 140 382 190V640z" fill="#0b0907"/><path d="M200 640V196Q200 156 284 152Q368 156 368 196V640z" fill="url(#door)"/>${man}<path d="M368 190l78 -26v500l-78 -24z" fill="#24170d"/><path d="M384 220v390M404 212v410M426 206v426" stroke="#000" stroke-opacity=".4" stroke-width="3"/><path d="M930 180Q930 130 1010 130Q1090 130 1090 180V320H930z" fill="#0b0907"/><path d="M944 186Q944 146 1010 146Q1076 146 1076 186V308H944z" fill="#0c222b"/><path d="M1006 146h8v162h-8zM944 226h132v7H944z" fill="#0b0907"/>
<path d="M-10 640H1290V730H-10z" fill="#1a110b"/><path d="M-10 640H1290" stroke="#e2a257" stroke-opacity=".25" stroke-width="3"/>${cold}${cast}<circle cx="700" cy="230" r="640" fill="url(#lamp)"/>${chair(360, false)}${chair(1040, true)}
<path d="M470 480H930L964 524H436z" fill="url(#cloth)"/><path d="M436 524H964V570Q930 590 900 566Q860 596 820 568Q780 594 740 570Q700 596 660 568Q620 596 580 568Q540 594 500 568Q466 588 436 570z" fill="#b4946a"/><path d="M470 570h18v130h-18zM912 570h18v130h-18z" fill="#1a100a"/>${setting(580, 482)}${setting(820, 888)}<path d="M668 506L690 478L700 482L712 478L738 506L702 510z" fill="#fff6df" stroke="#8b6c42" stroke-width="2"/><path d="M700 482L702 510M684 492l12 1M680 498l16 1M710 491l14 1M712 498l16 1" stroke="#6d5330" stroke-opacity=".7" stroke-width="1.400"/>
<path d="M698 -10V120" stroke="#0b0705" stroke-width="5"/><path d="M628 190L680 122H716L768 190z" fill="#1d120a"/><path d="M628 190H768l-6 8H634z" fill="url(#brass)"/><path d="M682 198h34v40q-17 18 -34 0z" fill="#fff4d0"/><circle cx="699" cy="222" r="190" fill="url(#near)"/>`;
  return jpeg(drawing(CANVAS, definitions, shapes), LOOK);
};
