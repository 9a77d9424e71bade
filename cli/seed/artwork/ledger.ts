import { jpeg } from './develop.ts';
import { BRASS, EPISODE, EPISODE_LOOK, oilLamp, WOOD } from './interior.ts';
import { between, numbers, repeat } from './random.ts';
import { stars } from './sky.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n, radial } from './svg.ts';

const [CANVAS, LOOK] = [EPISODE, EPISODE_LOOK];

/** Lines of writing that nobody can read, in a rectangle. */
const writing = (seed: number, x: number, y: number, width: number, rows: number, step: number): string => {
  const random = numbers(seed);
  return repeat(rows, (row) => {
    let path = `M${x} ${n(y + row * step)}`;
    for (let at = 0; at < width * between(random, 0.5, 0.95); at += 7)
      path +=
        random() < 0.16 ? 'm7 0' : `q2 ${n(between(random, -6, -1))} 3.500 0q1.500 ${n(between(random, 0, 3))} 3.500 0`;
    return `<path d="${path}" fill="none" stroke="#2a2436" stroke-opacity=".7" stroke-width="1.300"/>`;
  });
};

/** The ledger of the nine lights, open on the keeper's desk: eight lamps are inked in, one is blank. */
export const drawLedger = async (): Promise<Buffer> => {
  const random = numbers(40);
  const definitions = [
    linear('night', [
      [0, '#050b12'],
      [1, '#17353d'],
    ]),
    WOOD,
    BRASS,
    glow('lamp', '#ffc978', 0.85, 2),
    glow('near', '#ffe2a2', 0.9, 2.2),
    radial(
      'page',
      [
        [0, '#fff0cb'],
        [0.5, '#d9bd88'],
        [1, '#8b6f48'],
      ],
      'gradientUnits="userSpaceOnUse" cx="420" cy="330" r="760"',
    ),
    linear(
      'set',
      [
        [0, '#5b3318'],
        [1, '#1a0e08'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
  ].join('');
  const panes = [0, 1, 2].map(
    (index) => `<rect x="${430 + index * 152}" y="30" width="142" height="250" fill="url(#night)"/>`,
  );
  const lamps = repeat(9, (index) => {
    const [x, y] = [684 + index * 32, 434];
    const blank = index === 8;
    return `<g transform="translate(${x} ${y})"><circle r="11" fill="${blank ? '#f8e3b4' : '#2a2436'}" fill-opacity="${blank ? 1 : 0.86}" stroke="#2a2436" stroke-width="1.800"/>${blank ? '' : '<circle r="4.500" fill="#e2a03c"/>'}</g><path d="M${x} 450v126" stroke="#7d5a34" stroke-opacity=".5" stroke-width="1"/>${repeat(8, (row) => (blank && row > 5 ? '' : `<path d="M${x - 6} ${467 + row * 15}l4 5l8 -11" fill="none" stroke="#2a2436" stroke-opacity=".75" stroke-width="1.600"/>`))}`;
  });
  const shadow = await soft(
    CANVAS,
    8,
    '',
    '<path d="M190 640L300 372L640 366L1010 380L1090 660z" fill="#000" fill-opacity=".75"/><ellipse cx="260" cy="420" rx="70" ry="18" fill="#000" fill-opacity=".6"/>',
  );
  const book = `<path d="M214 632L318 380Q470 352 632 388L650 640Q430 590 214 632z" fill="url(#page)"/><path d="M650 640L632 388Q800 350 976 384L1066 636Q850 592 650 640z" fill="url(#page)"/><path d="M632 388L650 640" stroke="#3a2514" stroke-opacity=".6" stroke-width="5"/><path d="M600 384Q626 384 632 390L650 640Q630 628 606 624z" fill="#3a2514" fill-opacity=".2"/><path d="M214 632Q430 590 650 640Q850 592 1066 636l4 14Q850 606 650 656Q430 606 210 646z" fill="#6d4c28"/>`;
  const wireless = `<path d="M1010 400V250Q1012 196 1100 192Q1190 196 1192 250V400z" fill="url(#set)"/><circle cx="1101" cy="262" r="50" fill="#1a0e08"/>${repeat(7, (index) => `<path d="M${1061 + index * 13} ${n(262 - Math.sqrt(2300 - (40 - index * 13) ** 2))}V${n(262 + Math.sqrt(2300 - (40 - index * 13) ** 2))}" stroke="#8b5a2b" stroke-width="3"/>`)}<rect x="1052" y="330" width="98" height="22" rx="4" fill="#f2b65c" fill-opacity=".8"/><path d="M1112 332v18" stroke="#5d1f12" stroke-width="2"/><circle cx="1040" cy="376" r="10" fill="url(#brass)"/><circle cx="1160" cy="376" r="10" fill="url(#brass)"/>`;
  const shapes = `<rect width="1280" height="720" fill="#15100c"/><rect width="1280" height="400" fill="#1d1712"/><rect x="418" y="18" width="480" height="274" fill="#0d0907"/>${panes.join('')}<g transform="translate(430 30)">${stars(random, 70, 446, 150)}</g><path d="M430 222h142v58h-142zM582 222h142v58h-142zM734 222h142v58h-142z" fill="#0c2129" fill-opacity=".7"/>${[452, 500, 548, 606, 654, 700, 760, 806].map((x, index) => (index === 7 ? `<path d="M${x} 222v-14h4v14z" fill="#08161c"/>` : `<circle cx="${x}" cy="216" r="2.200" fill="#ffd48a"/>`)).join('')}<path d="M572 18h10v274h-10zM724 18h10v274h-10zM418 150h480v8H418z" fill="#0d0907"/>
<path d="M-10 380H1290V730H-10z" fill="url(#wood)"/>${repeat(24, (index) => `<path d="M-10 ${n(392 + index * index * 0.62)}q640 ${n(between(random, -6, 6))} 1300 0" fill="none" stroke="#1c0f08" stroke-opacity=".5" stroke-width="${n(1 + index * 0.08)}"/>`)}<circle cx="250" cy="290" r="620" fill="url(#lamp)"/>${shadow}${wireless}${book}${writing(4, 352, 430, 240, 9, 19)}${lamps}<path d="M880 660L1010 520L1018 526L890 668L876 672z" fill="#1c140f"/><path d="M1010 520L1018 526L1030 508z" fill="#e8c27c"/><g transform="translate(250 432) scale(1.15)">${oilLamp}</g><circle cx="250" cy="276" r="190" fill="url(#near)"/>`;
  return jpeg(drawing(CANVAS, definitions, shapes), LOOK);
};
