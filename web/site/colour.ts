/** Lightness 0 to 1, chroma 0 to about 0.4, hue in degrees. */
export type Oklch = { l: number; c: number; h: number };

type Triple = readonly [number, number, number];

// Matrices and steps: Björn Ottosson, "A perceptual color space for image processing", https://bottosson.github.io/posts/oklab/;
// transfer function and luminance: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** Reads `#rrggbb` as linear red, green and blue from 0 to 1. Throws for anything else. */
const linearOf = (hex: string): Triple => {
  const [, r, g, b] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? [];
  if (!r || !g || !b) throw new TypeError(`${hex} is no colour: #rrggbb was expected.`);
  return [
    toLinear(Number.parseInt(r, 16) / 255),
    toLinear(Number.parseInt(g, 16) / 255),
    toLinear(Number.parseInt(b, 16) / 255),
  ];
};

export const toOklch = (hex: string): Oklch => {
  const [r, g, b] = linearOf(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const blue = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(blue, a) * 180) / Math.PI;
  return { l: lightness, c: Math.hypot(a, blue), h: hue < 0 ? hue + 360 : hue };
};

const linearFrom = ({ l, c, h }: Oklch): Triple => {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
};

const shown = (colour: Oklch): boolean => linearFrom(colour).every((value) => value > -0.0005 && value < 1.0005);

/** `#rrggbb` of a colour; one that no screen shows loses chroma until it can be shown. */
export const toHex = (colour: Oklch): string => {
  let [low, high] = [0, colour.c];
  if (!shown(colour)) {
    for (let step = 0; step < 24; step++) {
      const middle = (low + high) / 2;
      if (shown({ ...colour, c: middle })) low = middle;
      else high = middle;
    }
  } else low = colour.c;
  const channels = linearFrom({ ...colour, c: low }).map((value) =>
    Math.round(fromLinear(Math.min(1, Math.max(0, value))) * 255),
  );
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};

/** Relative luminance of `#rrggbb`, 0 to 1. */
export const luminance = (hex: string): number => {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
