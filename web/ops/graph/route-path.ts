import type { Box, Point } from '../definition/graph.ts';

const RADIUS = 8;

const toward = (from: Point, to: Point, length: number): Point => {
  const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / whole) * length, y: from.y + ((to.y - from.y) / whole) * length };
};

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** An edge's way as an SVG path with round corners. */
export const routePath = (points: readonly Point[]): string => {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    const before = points[index] ?? first;
    if (!next) {
      path += `L${at(point)}`;
      continue;
    }
    const room =
      Math.min(Math.hypot(point.x - before.x, point.y - before.y), Math.hypot(next.x - point.x, next.y - point.y)) / 2;
    const radius = Math.min(RADIUS, room);
    path += `L${at(toward(point, before, radius))}Q${at(point)} ${at(toward(point, next, radius))}`;
  }
  return path;
};

/** The box around a way. */
export const boundsOf = (points: readonly Point[]): Box => {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};
