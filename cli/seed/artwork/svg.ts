export type Point = readonly [x: number, y: number];
/** Offset from 0 to 1, colour, opacity. */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** A number short enough for a path. */
export const n = (value: number): number => Math.round(value * 100) / 100;

/** Points as a polyline's attribute writes them, `x,y x,y`. */
export const points = (list: string): Point[] =>
  list.split(' ').map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return [x, y];
  });

const stopsOf = (stops: readonly Stop[]): string =>
  stops
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${n(offset)}" stop-color="${colour}" stop-opacity="${Math.round(opacity * 1000) / 1000}"/>`,
    )
    .join('');

/** A linear gradient, from top to bottom unless `line` says otherwise, in parts of what it fills. */
export const linear = (id: string, stops: readonly Stop[], line = 'x1="0" y1="0" x2="0" y2="1"'): string =>
  `<linearGradient id="${id}" ${line}>${stopsOf(stops)}</linearGradient>`;

export const radial = (id: string, stops: readonly Stop[], circle = ''): string =>
  `<radialGradient id="${id}" ${circle}>${stopsOf(stops)}</radialGradient>`;

/** Light that fades without an edge: the opacity falls as a power of the distance. */
export const glow = (id: string, colour: string, opacity: number, power = 2.6, circle = ''): string =>
  radial(
    id,
    Array.from({ length: 15 }, (_, index) => [index / 14, colour, opacity * (1 - index / 14) ** power]),
    circle,
  );

export const line = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`;
export const polygon = (points: readonly Point[]): string => `${line(points)}z`;

/** A smooth curve through points (Catmull-Rom splines as Bézier curves). */
export const curve = (points: readonly Point[], closed = false): string => {
  const at = (index: number): Point => {
    const wrapped = closed ? (index + points.length) % points.length : Math.min(Math.max(index, 0), points.length - 1);
    return points[wrapped] ?? [0, 0];
  };
  const parts = Array.from({ length: closed ? points.length : points.length - 1 }, (_, index) => {
    const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const control = [bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy];
    return `C${control.map(n).join(' ')}`;
  });
  const [x, y] = at(0);
  return `M${n(x)} ${n(y)}${parts.join('')}${closed ? 'z' : ''}`;
};

export type Canvas = { width: number; height: number };

/** A whole document; shapes are in the canvas's units, whatever size it is rasterised at. */
export const drawing = ({ width, height }: Canvas, definitions: string, shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><defs>${definitions}</defs>${shapes}</svg>`;
