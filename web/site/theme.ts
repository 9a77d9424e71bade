import { contrast, type Oklch, toHex, toOklch } from './colour.ts';

/** Text on these reaches 4.5:1, as WCAG 2.2 asks of text of any size (1.4.3). */
const READABLE = 4.5;

/** The surfaces of `tokens.css` by day on which accents stand as text: page, sunken and raised. */
export const PAPER = ['#f7f6f3', '#eeece8', '#fefefd'];
/** How light the same are by night, as in `tokens.css`; their hue is the art's. */
export const HOUSE = [0.168, 0.142, 0.208];

/** Colours of a page without key art: the lamp, and the night around it. */
const PLAIN = ['#12161d', '#f2c14a'];

/** What a page takes from its key art; `#rrggbb` each. */
export type Palette = {
  /** Behind pictures, the bar and the foot: the art's most frequent hue, nearly black. */
  scrim: string;
  /** A step above the scrim. */
  scrimRaised: string;
  /** Text on the scrim, and quieter text on it. */
  onScrim: string;
  onScrimMuted: string;
  /** The one light of the page: the art's most vivid hue. On the scrim as text, or with `onGlow` on it. */
  glow: string;
  glowHover: string;
  onGlow: string;
  /** The page's surfaces by night: page, sunken and raised. */
  house: readonly string[];
  /** The hue of the glow as text on the page, by day and by night. */
  accentLight: string;
  accentDark: string;
};

/**
 * A page's own colours from its key art's dominant ones (`#rrggbb`, most frequent first), as a stylesheet that follows
 * the site's own. Throws where a pair falls under 4.5:1, or a colour cannot be read.
 */
export const themeOf = (colours: readonly string[]): { css: string; palette: Palette } => {
  const palette = paletteOf(colours.length > 0 ? colours : PLAIN);
  checkContrast(palette);
  const { scrim, scrimRaised, onScrim, onScrimMuted, glow, glowHover, onGlow, house, accentLight, accentDark } =
    palette;
  const surface = (at: number): string => `light-dark(${PAPER[at]},${house[at]})`;
  const named = {
    scrim,
    'scrim-raised': scrimRaised,
    'on-scrim': onScrim,
    'on-scrim-muted': onScrimMuted,
    glow,
    'glow-hover': glowHover,
    'on-glow': onGlow,
    accent: `light-dark(${accentLight},${accentDark})`,
    'surface-page': surface(0),
    'surface-sunken': surface(1),
    'surface-raised': surface(2),
  };
  const rules = Object.entries(named).map(([name, value]) => `--${name}:${value}`);
  return { css: `@layer tokens{:root{${rules.join(';')}}}\n`, palette };
};

const paletteOf = (colours: readonly string[]): Palette => {
  const read = colours.map(toOklch);
  const base = read[0] ?? { l: 0, c: 0, h: 0 };
  const vivid = read.reduce((best, colour) => (vividness(colour) > vividness(best) ? colour : best), base);
  const grey = vivid.c < 0.03;
  const hue = { night: base.c < 0.012 ? vivid.h : base.h, light: grey ? 85 : vivid.h };
  const nightChroma = Math.min(base.c, 0.028);
  const lightChroma = grey ? 0.02 : Math.min(0.17, Math.max(0.11, vivid.c * 1.2));
  const lightness = grey ? 0.86 : Math.min(0.86, Math.max(0.7, vivid.l));
  const scrim = toHex({ l: 0.15, c: nightChroma * 0.8, h: hue.night });
  const scrimRaised = toHex({ l: 0.205, c: nightChroma, h: hue.night });
  const glow = reach({ l: lightness, c: lightChroma, h: hue.light }, [scrimRaised], READABLE, +1);
  const glowHover = toHex({ l: toOklch(glow).l + 0.055, c: lightChroma * 0.85, h: hue.light });
  const house = HOUSE.map((l) => toHex({ l, c: nightChroma * 0.7, h: hue.night }));
  return {
    scrim,
    scrimRaised,
    house,
    onScrim: toHex({ l: 0.955, c: 0.014, h: hue.light }),
    onScrimMuted: toHex({ l: 0.835, c: 0.018, h: hue.light }),
    glow,
    glowHover,
    onGlow: reach({ l: 0.24, c: Math.min(0.04, lightChroma), h: hue.light }, [glow, glowHover], READABLE, -1),
    accentLight: reach({ l: 0.5, c: Math.max(lightChroma, 0.1), h: hue.light }, PAPER, READABLE, -1),
    accentDark: reach({ l: 0.82, c: lightChroma, h: hue.light }, house, READABLE, +1),
  };
};

/** How much a colour would be missed: chroma, but not where it is too dark to be seen as a colour. */
const vividness = ({ l, c }: Oklch): number => c * Math.min(1, Math.max(0.15, l / 0.6));

/** The colour, made lighter or darker until it stands out from all of these. */
const reach = (colour: Oklch, from: readonly string[], ratio: number, step: 1 | -1): string => {
  for (let { l } = colour; l >= 0 && l <= 1; l += step * 0.01) {
    const hex = toHex({ ...colour, l });
    if (from.every((other) => contrast(hex, other) >= ratio)) return hex;
  }
  return step > 0 ? '#ffffff' : '#000000';
};

/** Throws where text would not be readable. */
export const checkContrast = (palette: Palette): void => {
  const { scrim, scrimRaised, onScrim, onScrimMuted, glow, glowHover, onGlow, house, accentLight, accentDark } =
    palette;
  const pairs: readonly (readonly [string, string, string])[] = [
    ...[scrim, scrimRaised].flatMap((night) => [
      ['text on the scrim', onScrim, night] as const,
      ['quiet text on the scrim', onScrimMuted, night] as const,
      ['the glow on the scrim', glow, night] as const,
    ]),
    ['text on the glow', onGlow, glow],
    ['text on the glow under the pointer', onGlow, glowHover],
    ...PAPER.map((paper) => ['the accent by day', accentLight, paper] as const),
    ...house.map((night) => ['the accent by night', accentDark, night] as const),
  ];
  for (const [what, text, ground] of pairs) {
    const ratio = contrast(text, ground);
    if (ratio < READABLE)
      throw new Error(`${what}: ${text} on ${ground} is ${ratio.toFixed(2)}:1; ${READABLE}:1 is needed.`);
  }
};
