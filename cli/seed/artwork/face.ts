import { curve, line, n, type Point } from './svg.ts';

export type Skin = { light: string; mid: string; shadow: string; deep: string; lip: string };

/** What makes a face this one; lengths are in units of a canvas 500 wide and 600 tall. */
export type Face = {
  skin: Skin;
  /** Half the width at the cheekbones, at the jaw and at the chin. */
  cheek: number;
  jaw: number;
  chin: number;
  /** How far below 400 the chin ends. */
  length: number;
  eye: { colour: string; tilt: number; open: number };
  brow: { colour: string; weight: number; arch: number };
  nose: { width: number; length: number };
  lips: { width: number; full: number; smile: number };
  /** From 0, young, to 1. */
  age: number;
};

const MIDDLE = 250;
/** Features sit nearer to the light: the head is turned a little. */
const TURN = -9;
const X = MIDDLE + TURN;

export const outline = ({ cheek, jaw, chin, length }: Face): Point[] => {
  const end = 400 + length;
  const side = (sign: number): Point[] => [
    [MIDDLE + sign * cheek * 0.62, 150],
    [MIDDLE + sign * cheek * 0.95, 208],
    [MIDDLE + sign * cheek, 262],
    [MIDDLE + sign * cheek * 0.94 + TURN * 0.2, 310],
    [MIDDLE + sign * jaw + TURN * 0.4, 352 + length * 0.4],
    [MIDDLE + sign * chin * 1.45 + TURN * 0.8, end - 14],
  ];
  return [[MIDDLE, 130], ...side(1), [X, end], ...side(-1).reverse()];
};

/** The soft shadows: the side away from the light, the sockets, under nose, lip and chin. */
export const shadows = ({ skin, nose, length, cheek, age }: Face): string => {
  const tip = 300 + nose.length;
  const away: Point[] = [
    [X + 26, 120],
    [X + 22, 190],
    [X + 8, 244],
    [X + 6, 280],
    [X + 13, tip - 4],
    [X + 6, tip + 14],
    [X + 14, 356],
    [X + 6, 380],
    [X + 16, 430 + length],
  ];
  return `<path d="${line([...away, [420, 440], [420, 110]])}z" fill="${skin.deep}" fill-opacity=".8"/>
<path d="M${MIDDLE + cheek * 0.7} 130L${MIDDLE + cheek * 1.1} 130V430H${MIDDLE + cheek * 0.5}C${MIDDLE + cheek * 0.86} 360 ${MIDDLE + cheek * 0.84} 220 ${MIDDLE + cheek * 0.7} 130z" fill="${skin.deep}"/>
<path d="M${X + 36} 288C${X + 50} 282 ${X + 66} 286 ${X + 68} 296C${X + 60} 316 ${X + 44} 330 ${X + 34} 334C${X + 28} 320 ${X + 26} 300 ${X + 36} 288z" fill="${skin.mid}" fill-opacity=".85"/>
<ellipse cx="${X - 37}" cy="258" rx="27" ry="13" fill="${skin.shadow}" fill-opacity=".62"/><ellipse cx="${X + 37}" cy="258" rx="27" ry="14" fill="${skin.deep}" fill-opacity=".8"/>
<path d="M${X - 18} 246C${X - 12} 262 ${X - 14} 288 ${X - 22} ${tip - 8}L${X - 4} ${tip - 4}V246z" fill="${skin.shadow}" fill-opacity=".36"/><ellipse cx="${X}" cy="${tip + 9}" rx="${nose.width + 4}" ry="7" fill="${skin.deep}" fill-opacity=".62"/>
<ellipse cx="${X}" cy="${377 + length * 0.3}" rx="22" ry="6" fill="${skin.shadow}" fill-opacity=".75"/>
<path d="M${MIDDLE - cheek} 296C${MIDDLE - cheek * 0.72} 330 ${MIDDLE - cheek * 0.5} 352 ${MIDDLE - cheek * 0.42} 392L${MIDDLE - cheek} 400z" fill="${skin.shadow}" fill-opacity="${n(0.4 + age * 0.3)}"/>
<path d="M${MIDDLE - cheek} 200C${MIDDLE - cheek * 0.8} 180 ${MIDDLE - cheek * 0.5} 150 ${MIDDLE} 140V120H${MIDDLE - cheek}z" fill="${skin.shadow}" fill-opacity=".5"/>`;
};

/** Where the light is strongest: forehead, cheekbone, the bridge of the nose, chin. */
export const highlights = ({ skin, nose, length, cheek }: Face): string =>
  `<g fill="${skin.light}"><ellipse cx="${X - 34}" cy="206" rx="30" ry="24" fill-opacity=".55"/><ellipse cx="${n(MIDDLE - cheek * 0.58)}" cy="303" rx="22" ry="13" fill-opacity=".8" transform="rotate(-18 ${n(MIDDLE - cheek * 0.58)} 303)"/><path d="M${X - 4} 252L${X + 3} 252L${X + 5} ${296 + nose.length}L${X - 5} ${296 + nose.length}z" fill-opacity=".9"/><ellipse cx="${X - 8}" cy="${390 + length * 0.6}" rx="12" ry="7" fill-opacity=".5"/></g>`;

const eye = (face: Face, sign: number): string => {
  const { skin, eye: look, brow, age } = face;
  const x = X + sign * 37;
  const dark = sign > 0;
  const [inner, outer] = [x - sign * 20, x + sign * 21];
  const open = look.open;
  const tilt = look.tilt;
  const upper = `M${inner} 273C${x - sign * 10} ${266 - open} ${x + sign * 8} ${264 - open} ${outer} ${271 - tilt}`;
  const lower = `C${x + sign * 12} ${275 + open * 0.35} ${x - sign * 8} ${278 + open * 0.35} ${inner} 273z`;
  const white = dark ? '#8b8278' : '#e9e0cf';
  const id = dark ? 'eye-away' : 'eye-near';
  const browY = 244 - open * 0.3;
  const browShape = `M${x - sign * 27} ${browY + 5}C${x - sign * 12} ${browY - 6 - brow.arch} ${x + sign * 10} ${browY - 8 - brow.arch} ${x + sign * 30} ${browY + 2 - tilt * 0.6}C${x + sign * 10} ${browY - 7 - brow.arch + brow.weight} ${x - sign * 10} ${browY - 3 - brow.arch + brow.weight} ${x - sign * 26} ${browY + 5 + brow.weight * 0.9}z`;
  const bags = `M${inner + sign * 2} 282C${x - sign * 8} ${287 + age * 5} ${x + sign * 8} ${288 + age * 4} ${outer - sign * 3} ${282 + age * 2}`;
  return `<clipPath id="${id}"><path d="${upper}${lower}"/></clipPath><path d="${upper}${lower}" fill="${white}"/><g clip-path="url(#${id})"><circle cx="${x - 3}" cy="270" r="9.400" fill="${look.colour}"/><circle cx="${x - 3}" cy="270" r="9.400" fill="none" stroke="#0c0a09" stroke-opacity=".7" stroke-width="2"/><circle cx="${x - 3}" cy="270" r="4.300" fill="#070606"/><path d="${upper}L${outer} 262H${inner}z" fill="#000" fill-opacity=".1"/><path d="${upper}" fill="none" stroke="#000" stroke-opacity=".4" stroke-width="7"/></g><circle cx="${x - 6.5}" cy="266.500" r="${dark ? 1.3 : 2.1}" fill="#fff4dc" fill-opacity="${dark ? 0.6 : 0.95}"/><path d="${upper}" fill="none" stroke="#120c0a" stroke-width="3.200" stroke-linecap="round"/><path d="M${inner + sign * 3} ${262 - open}C${x - sign * 6} ${256 - open} ${x + sign * 12} ${256 - open} ${outer + sign * 1} ${264 - open - tilt * 0.4}" fill="none" stroke="${skin.deep}" stroke-opacity=".75" stroke-width="2"/><path d="M${outer} ${272 - tilt}C${x + sign * 12} ${276 + open * 0.35} ${x - sign * 8} ${279 + open * 0.35} ${inner} 274" fill="none" stroke="${skin.deep}" stroke-opacity=".6" stroke-width="1.300"/><path d="${bags}" fill="none" stroke="${skin.shadow}" stroke-opacity="${n(0.2 + age * 0.5)}" stroke-width="1.400"/><path d="${browShape}" fill="${brow.colour}" fill-opacity=".92"/>`;
};

const noseOf = ({ skin, nose }: Face): string => {
  const tip = 300 + nose.length;
  const w = nose.width;
  return `<path d="M${X + 6} 256C${X + 8} 280 ${X + 13} ${tip - 18} ${X + w - 2} ${tip - 8}C${X + w + 3} ${tip - 2} ${X + w} ${tip + 7} ${X + w - 6} ${tip + 6}C${X + 6} ${tip + 3} ${X + 4} ${tip + 8} ${X} ${tip + 8}C${X + 6} ${tip} ${X + 5} 280 ${X + 6} 256z" fill="${skin.deep}" fill-opacity=".62"/><path d="M${X - w} ${tip + 4}C${X - w - 4} ${tip - 2} ${X - w - 3} ${tip - 7} ${X - w} ${tip - 10}M${X - w + 1} ${tip + 4}C${X - w + 6} ${tip + 1} ${X - 6} ${tip + 3} ${X} ${tip + 8}C${X + 6} ${tip + 3} ${X + w - 6} ${tip + 1} ${X + w - 1} ${tip + 4}" fill="none" stroke="${skin.deep}" stroke-width="1.500" stroke-linecap="round" stroke-opacity=".55"/><ellipse cx="${X - w * 0.5}" cy="${tip + 3}" rx="4" ry="1.900" fill="#120b08" fill-opacity=".7"/><ellipse cx="${X + w * 0.52}" cy="${tip + 3}" rx="4" ry="1.900" fill="#0a0605" fill-opacity=".8"/>`;
};

const mouth = ({ skin, lips, length }: Face): string => {
  const y = 354 + length * 0.22;
  const { width: w, full, smile } = lips;
  const upper = `M${X - w} ${y - smile}C${X - w * 0.5} ${y - full * 0.75} ${X - 8} ${y - full - 1} ${X} ${y - full * 0.72}C${X + 8} ${y - full - 1} ${X + w * 0.5} ${y - full * 0.75} ${X + w} ${y - smile}C${X + w * 0.5} ${y + 2} ${X - w * 0.5} ${y + 2} ${X - w} ${y - smile}z`;
  const lower = `M${X - w * 0.92} ${y - smile * 0.8}C${X - w * 0.5} ${y + 2} ${X + w * 0.5} ${y + 2} ${X + w * 0.92} ${y - smile * 0.8}C${X + w * 0.5} ${y + full * 1.5} ${X - w * 0.5} ${y + full * 1.5} ${X - w * 0.92} ${y - smile * 0.8}z`;
  return `<path d="${upper}" fill="${skin.lip}"/><path d="${upper}" fill="${skin.deep}" fill-opacity=".42"/><path d="${lower}" fill="${skin.lip}"/><ellipse cx="${X - 8}" cy="${y + full * 0.62}" rx="${w * 0.32}" ry="${full * 0.22}" fill="#fff0dc" fill-opacity=".26"/><path d="M${X - w - 1} ${y - smile}C${X - w * 0.5} ${y + 2.4} ${X + w * 0.5} ${y + 2.4} ${X + w + 1} ${y - smile}" fill="none" stroke="#1c0d0a" stroke-opacity=".8" stroke-width="2" stroke-linecap="round"/>`;
};

const lines = ({ skin, age, nose, cheek }: Face): string => {
  if (age < 0.25) return '';
  const at = `stroke="${skin.deep}" fill="none" stroke-linecap="round"`;
  const fold = (sign: number) =>
    `M${X + sign * (nose.width + 6)} ${302 + nose.length}C${X + sign * (nose.width + 18)} ${316 + nose.length} ${X + sign * 36} 348 ${X + sign * 37} 362`;
  const crow = (sign: number) =>
    [0, 1, 2]
      .map((index) => `M${X + sign * 64} ${268 + index * 5}L${n(X + sign * (cheek - 8 + index))} ${262 + index * 9}`)
      .join('');
  return `<path d="${fold(-1)}${fold(1)}" ${at} stroke-width="1.800" stroke-opacity="${n(age * 0.42)}"/><path d="${crow(-1)}" ${at} stroke-width="1" stroke-opacity="${n(age * 0.45)}"/><path d="M${X - 52} 214C${X - 20} 207 ${X + 20} 207 ${X + 50} 214M${X - 44} 197C${X - 16} 191 ${X + 16} 191 ${X + 44} 198M${X - 6} 238l-2 -14M${X + 7} 238l1 -12" ${at} stroke-width="1.300" stroke-opacity="${n(Math.max(0, age - 0.25) * 0.5)}"/>`;
};

/** Eyes, brows, nose, mouth and the lines of age. */
export const features = (face: Face): string =>
  `${lines(face)}${noseOf(face)}${mouth(face)}${eye(face, -1)}${eye(face, 1)}`;

/** The ear on the lit side. */
export const ear = ({ skin, cheek }: Face): string => {
  const x = MIDDLE - cheek;
  return `<path d="M${x + 4} 258C${x - 14} 246 ${x - 20} 262 ${x - 14} 286C${x - 10} 306 ${x - 2} 318 ${x + 8} 312z" fill="${skin.mid}"/><path d="M${x - 2} 266C${x - 12} 260 ${x - 12} 280 ${x - 6} 294" fill="none" stroke="${skin.shadow}" stroke-width="3" stroke-linecap="round"/>`;
};

export const faceShape = (face: Face): string => curve(outline(face), true);
