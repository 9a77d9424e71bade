import { jpeg } from './develop.ts';
import { numbers, repeat } from './random.ts';
import { stars } from './sky.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n, radial } from './svg.ts';

const CANVAS = { width: 1000, height: 600 };
const [X, Y] = [420, 292];

/** Half the width of the lens at a height from -1 (top) to 1 (foot): a beehive. */
const half = (level: number): number => 178 * Math.sqrt(Math.max(0.04, 1 - (Math.abs(level) * 0.9) ** 2.6)) + 14;
const height = (level: number): number => Y + level * 250;

const definitions = [
  linear('night', [
    [0, '#03070c'],
    [0.6, '#0a2029'],
    [1, '#16343b'],
  ]),
  radial(
    'lens',
    [
      [0, '#fffae8'],
      [0.12, '#ffe19a'],
      [0.36, '#f0a544'],
      [0.7, '#9a5520'],
      [1, '#3b2212'],
    ],
    `gradientUnits="userSpaceOnUse" cx="${X}" cy="${Y}" r="300"`,
  ),
  glow('flood', '#e79a3e', 0.62, 1.6),
  glow('near', '#ffe2a2', 0.95, 2),
  linear('prism', [
    [0, '#fff3cf', 0.85],
    [0.3, '#ffce78', 0.3],
    [0.62, '#7a3f14', 0.42],
    [1, '#2c1509', 0.8],
  ]),
  linear(
    'brass',
    [
      [0, '#3a230d'],
      [0.3, '#d9a04c'],
      [0.45, '#fff0c0'],
      [0.6, '#b37328'],
      [1, '#2a1708'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  ),
  linear('floor', [
    [0, '#2a190d'],
    [1, '#060504'],
  ]),
  linear(
    'coat',
    [
      [0, '#5a3516'],
      [0.2, '#1a1310'],
      [1, '#050607'],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  ),
];

/** A prism ring: above the eye's level it arches, below it hangs. */
const ring = (level: number, next: number): string => {
  const [a, b] = [half(level), half(next)];
  const [top, foot] = [height(level), height(next)];
  const [sagTop, sagFoot] = [level * 46, next * 46];
  const shape = `M${n(X - a)} ${n(top)}Q${X} ${n(top + sagTop * 1.6)} ${n(X + a)} ${n(top)}L${n(X + b)} ${n(foot)}Q${X} ${n(foot + sagFoot * 1.6)} ${n(X - b)} ${n(foot)}z`;
  return `<path d="${shape}" fill="url(#prism)" fill-opacity=".8"/><path d="M${n(X - a)} ${n(top)}Q${X} ${n(top + sagTop * 1.6)} ${n(X + a)} ${n(top)}" fill="none" stroke="#fff6da" stroke-opacity=".75" stroke-width="1.4"/>`;
};

/** A bull's-eye: rings of glass that thin outwards, each bright on one side. */
const bullsEye = (x: number, rx: number, ry: number): string =>
  repeat(9, (index) => {
    const part = 1 - index / 9.6;
    return `<ellipse cx="${x}" cy="${Y}" rx="${n(rx * part)}" ry="${n(ry * part)}" fill="url(#lens)" fill-opacity=".25" stroke="#5d300f" stroke-opacity=".75" stroke-width="${n(3.4 * part + 0.8)}"/><ellipse cx="${n(x - 1.6)}" cy="${Y - 1.6}" rx="${n(rx * part)}" ry="${n(ry * part)}" fill="none" stroke="#fff0c2" stroke-opacity=".8" stroke-width="1.1"/>`;
  });

/** An upright of the frame, `part` of the way from the middle to the edge. */
const upright = (part: number): string => {
  const at = (level: number) => `${n(X + half(level) * part)} ${n(height(level))}`;
  const path = `M${Array.from({ length: 31 }, (_, index) => at(index / 15 - 1)).join('L')}`;
  return `<path d="${path}" fill="none" stroke="#27150a" stroke-width="9"/><path d="${path}" fill="none" stroke="#d99f4d" stroke-width="4.400"/><path d="${path}" fill="none" stroke="#fff1c6" stroke-opacity=".8" stroke-width="1.100" transform="translate(-1.500 0)"/>`;
};

const lens = (): string => {
  const levels = Array.from({ length: 10 }, (_, index) => -1 + index * 0.0655);
  const upper = levels.slice(1).map((level, index) => ring(levels[index] ?? 0, level - 0.012));
  const lower = levels.slice(1).map((level, index) => ring(-(level - 0.012), -(levels[index] ?? 0)));
  const outline = `M${Array.from({ length: 41 }, (_, index) => index / 20 - 1)
    .map((level) => `${n(X - half(level))} ${n(height(level))}`)
    .join('L')}Q${X} ${n(height(1) + 74)} ${n(X + half(1))} ${n(height(1))}L${Array.from(
    { length: 41 },
    (_, index) => 1 - index / 20,
  )
    .map((level) => `${n(X + half(level))} ${n(height(level))}`)
    .join('L')}Q${X} ${n(height(-1) - 74)} ${n(X - half(-1))} ${n(height(-1))}z`;
  const hoop = (level: number) => {
    const [a, y, sag] = [half(level) + 5, height(level), level * 74];
    return `<path d="M${n(X - a)} ${n(y)}Q${X} ${n(y + sag)} ${n(X + a)} ${n(y)}v9Q${X} ${n(y + 9 + sag)} ${n(X - a)} ${n(y + 9)}z" fill="url(#brass)"/>`;
  };
  return `<clipPath id="glass"><path d="${outline}"/></clipPath><path d="${outline}" fill="url(#lens)"/><g clip-path="url(#glass)">${bullsEye(X - 148, 36, 98)}${bullsEye(X + 148, 36, 98)}${bullsEye(X, 108, 104)}${upper.join('')}${lower.join('')}</g>${upright(-1)}${upright(-0.62)}${upright(0.62)}${upright(1)}${[-1, -0.41, 0.4, 0.98].map(hoop).join('')}`;
};

/** The glazing of the lantern: panes between slanting bars, the night behind them. */
const glazing = (): string => {
  const bars = [-60, 130, 300, 560, 730, 900, 1060];
  const slant = bars.map(
    (x, index) =>
      `<path d="M${x} -10L${x + (index % 2 ? 110 : -110)} 610" stroke="#05090b" stroke-width="13"/><path d="M${x + 5} -10L${x + 5 + (index % 2 ? 110 : -110)} 610" stroke="#e09a48" stroke-opacity=".5" stroke-width="1.800"/>`,
  );
  return `${slant.join('')}<path d="M-10 196Q500 150 1010 196" fill="none" stroke="#05090b" stroke-width="11"/><path d="M-10 190Q500 144 1010 190" fill="none" stroke="#e09a48" stroke-opacity=".4" stroke-width="1.600"/>`;
};

/** The keeper at her lamp, in profile, a cloth in the raised hand. */
const keeper =
  '<path d="M660 610C664 540 662 470 668 420C670 380 680 352 702 338C712 332 716 322 713 306C704 310 692 309 684 302C678 297 679 290 676 284C672 281 672 277 674 273C670 270 671 266 673 263C668 261 665 258 668 252C671 246 674 241 673 234C671 224 674 212 681 203C692 188 716 183 734 192C752 201 760 220 756 242C753 262 746 276 747 292C748 312 762 322 782 332C806 346 818 372 822 410C828 470 832 540 836 610z" fill="url(#coat)"/><circle cx="760" cy="212" r="20" fill="#0c0a09"/><path d="M704 356C676 372 648 388 626 392C612 380 602 352 592 330" fill="none" stroke="#14100d" stroke-width="34" stroke-linecap="round" stroke-linejoin="round"/><path d="M600 338C592 326 586 316 578 306C574 298 582 296 588 302C584 290 592 288 596 298C598 290 606 292 606 302C612 312 614 324 612 336z" fill="#1b1310"/><path d="M576 300c-10 14 -16 34 -12 54c6 8 16 4 18 -4c0 -18 4 -30 12 -42z" fill="#caa46a"/><path d="M702 340C676 360 652 372 630 376C618 366 610 346 602 330M681 203C674 212 671 224 673 234C674 241 671 246 668 252C665 258 668 261 673 263M674 273C672 277 672 281 676 284C679 290 678 297 684 302M668 420C662 470 664 540 660 610M681 203C692 189 712 184 728 190" fill="none" stroke="#ffc873" stroke-width="2.600" stroke-linecap="round"/><path d="M704 318C720 330 744 330 758 322" fill="none" stroke="#2c1c12" stroke-width="10" stroke-linecap="round"/>';

/** The great lens at Carrow Rock, lit, and its keeper. */
export const drawLensRoom = async (): Promise<Buffer> => {
  const random = numbers(12);
  const rays = repeat(22, (index) => {
    const angle = (index / 22) * 2 * Math.PI + 0.1;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return `<path d="M${X} ${Y}L${n(X + c * 900 - s * 40)} ${n(Y + s * 900 + c * 40)}L${n(X + c * 900 + s * 40)} ${n(Y + s * 900 - c * 40)}z" fill="#ffce7e" fill-opacity="${n(0.03 + random() * 0.09)}"/>`;
  });
  const shafts = await soft(CANVAS, 5, '', rays);
  const shapes = `<rect width="1000" height="600" fill="url(#night)"/>${stars(random, 120, 1000, 420)}<path d="M-10 470C200 440 300 462 500 456C700 450 820 470 1010 446V600H-10z" fill="#071318"/>
<circle cx="${X}" cy="${Y}" r="760" fill="url(#flood)"/>${shafts}${glazing()}<path d="M-10 548Q500 512 1010 548V610H-10z" fill="url(#floor)"/><path d="M-10 548Q500 512 1010 548" fill="none" stroke="#f2b25c" stroke-opacity=".6" stroke-width="2"/>
<path d="M326 556h188l22 54H304z" fill="url(#brass)"/>${lens()}<circle cx="${X}" cy="${Y}" r="230" fill="url(#near)"/><path d="M${X} ${Y - 150}L${X + 5} ${Y}L${X} ${Y + 150}L${X - 5} ${Y}zM${X - 250} ${Y}L${X} ${Y - 4}L${X + 250} ${Y}L${X} ${Y + 4}z" fill="#fffdf2" fill-opacity=".8"/><circle cx="${X}" cy="${Y}" r="17" fill="#fffdf4"/>${keeper}`;
  return jpeg(drawing(CANVAS, definitions.join(''), shapes), { width: 2000, height: 1200, vignette: 0.5, bloom: 0.4 });
};
