import type { Box, GraphEdge, Point } from './graph.ts';
import { labelSizeOf } from './sizes.ts';

/** Pixels from a node to the label of its loop, and how far a loop without one goes out. */
const GAP = 14;
const OUT = 20;

/** How much room the loops of a node take at its left: ELK is told of a wider node, since it lets other edges cross the labels of two loops. */
export const loopRoom = (loops: readonly GraphEdge[]): number =>
  Math.max(0, ...loops.map((edge) => (edge.label === undefined ? OUT : GAP + labelSizeOf(edge).width)));

/** The routes of a node's loops back to itself: out at its left and in again above, one below the other. */
export const routeLoops = (
  loops: readonly GraphEdge[],
  node: Box,
): (readonly [id: string, route: { points: Point[]; label?: Box }])[] =>
  loops.map((edge, index) => {
    const share = Math.min(node.height, 52) / loops.length;
    const middle = node.y + share * (loops.length - index - 0.5);
    const reach = share / 2 - 6;
    const label = edge.label === undefined ? undefined : labelSizeOf(edge);
    const x = node.x - (label ? GAP + label.width / 2 : OUT - 2);
    const points = [
      { x: node.x, y: middle + reach },
      { x, y: middle + reach },
      { x, y: middle - reach },
      { x: node.x, y: middle - reach },
    ];
    return [
      edge.id,
      label ? { points, label: { ...label, x: x - label.width / 2, y: middle - label.height / 2 } } : { points },
    ];
  });
