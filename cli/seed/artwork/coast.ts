import { between, type Random } from './random.ts';
import { n, type Point, polygon } from './svg.ts';

/** Points between two, displaced at random at every halving: the outline of rock. */
export const rough = (random: Random, from: Point, to: Point, roughness: number, depth = 5): Point[] => {
  if (depth === 0) return [from];
  const size = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const middle: Point = [
    (from[0] + to[0]) / 2 + between(random, -0.5, 0.5) * size * roughness * 0.5,
    (from[1] + to[1]) / 2 + between(random, -0.5, 0.5) * size * roughness,
  ];
  return [...rough(random, from, middle, roughness, depth - 1), ...rough(random, middle, to, roughness, depth - 1)];
};

/** The outline of rock along the given points, closed along them. */
export const rock = (random: Random, along: readonly Point[], roughness = 0.22, depth = 4): Point[] =>
  along.flatMap((point, index) => {
    const next = along[index + 1];
    return next ? rough(random, point, next, roughness, depth) : [point];
  });

export type Light = { x: number; y: number; reach: number; warm: string; cool: string };

/**
 * Planes of a rock that fill a rectangle, to be clipped to its outline: triangles of a rough surface, of which those
 * that face the light are warm and the others dark.
 */
export const crags = (
  random: Random,
  [left, top, width, height]: readonly [number, number, number, number],
  cell: number,
  light: Light,
): string => {
  const [columns, rows] = [Math.ceil(width / cell) + 1, Math.ceil(height / (cell * 1.25)) + 1];
  const corners = Array.from({ length: columns * rows }, (_, index) => ({
    x: left + ((index % columns) + between(random, -0.42, 0.42)) * cell,
    y: top + (Math.floor(index / columns) + between(random, -0.42, 0.42)) * cell * 1.25,
    z: random() * cell,
  }));
  const shapes: string[] = [];
  const paint = (...indices: number[]): void => {
    const [a, b, c] = indices.map((index) => corners[index]);
    if (!a || !b || !c) return;
    const [ux, uy, uz] = [b.x - a.x, b.y - a.y, b.z - a.z];
    const [vx, vy, vz] = [c.x - a.x, c.y - a.y, c.z - a.z];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const [mx, my] = [(a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3];
    const towards = [light.x - mx, light.y - my, cell * 3];
    const dot = normal.reduce((sum, part, index) => sum + part * (towards[index] ?? 0), 0);
    const facing = Math.abs(dot) / (Math.hypot(...normal) * Math.hypot(...towards) + 0.001);
    const signed = dot * Math.sign(normal[2] ?? 1) > 0 ? facing : -facing;
    const near = Math.max(0, 1 - Math.hypot(light.x - mx, light.y - my) / light.reach);
    const shape = polygon([
      [a.x, a.y],
      [b.x, b.y],
      [c.x, c.y],
    ]);
    const [colour, strength] =
      signed > 0
        ? [random() < 0.3 + near ? light.warm : light.cool, signed * (0.06 + near * 0.5)]
        : ['#000', -signed * 0.5];
    shapes.push(`<path d="${shape}" fill="${colour}" fill-opacity="${n(strength)}"/>`);
  };
  for (let row = 0; row + 1 < rows; row += 1)
    for (let column = 0; column + 1 < columns; column += 1) {
      const corner = row * columns + column;
      paint(corner, corner + 1, corner + columns);
      paint(corner + 1, corner + columns + 1, corner + columns);
    }
  return shapes.join('');
};
