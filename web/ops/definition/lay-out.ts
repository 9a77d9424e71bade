import type { Box, DefinitionGraph, GraphEdge, GraphLayout, GraphNode, Point } from './graph.ts';
import { type Elk, type Level, layOutLevel } from './level.ts';
import { START } from './parse.ts';
import { BRANCH_FRAME, MAP_FRAME, PARALLEL_FRAME, type Size, sizeOf } from './sizes.ts';

type Placed = Level & { inner: readonly { path: string; at: Point; level: Placed }[] };

/** What a frame keeps free around what is in it. */
const insetOf = (type: string): { top: number; side: number; bottom: number; width: number } => {
  if (type === 'Map') return { ...MAP_FRAME, top: MAP_FRAME.head + MAP_FRAME.strip + MAP_FRAME.caption };
  if (type === 'Branch') return { ...BRANCH_FRAME, top: BRANCH_FRAME.head };
  return { ...PARALLEL_FRAME, top: PARALLEL_FRAME.head };
};

/** The branches of a Parallel stand side by side, from the same line down, all as tall as the tallest. */
const sideBySide = (frames: readonly { path: string; size: Size }[]): Level => {
  const height = Math.max(0, ...frames.map(({ size }) => size.height));
  const boxes = new Map<string, Box>();
  let x = 0;
  for (const { path, size } of frames) {
    boxes.set(path, { x, y: 0, width: size.width, height });
    x += size.width + PARALLEL_FRAME.gap;
  }
  return { width: Math.max(0, x - PARALLEL_FRAME.gap), height, boxes, routes: new Map() };
};

/** Places every node and edge of a graph. Each level is laid out by itself, the innermost first, since no edge leaves its level. */
export const layOut = async (graph: DefinitionGraph, elk: Elk): Promise<GraphLayout> => {
  const within = new Map<string | undefined, GraphNode[]>();
  for (const node of graph.nodes) within.set(node.parent, [...(within.get(node.parent) ?? []), node]);
  const parents = new Map(graph.nodes.map(({ path, parent }) => [path, parent]));
  const edgesOf = new Map<string | undefined, GraphEdge[]>();
  for (const edge of graph.edges) {
    const parent = parents.get(edge.from);
    edgesOf.set(parent, [...(edgesOf.get(parent) ?? []), edge]);
  }

  const place = async (parent: GraphNode | undefined): Promise<Placed> => {
    const inner: { path: string; at: Point; level: Placed }[] = [];
    const sizes = new Map<string, Size>();
    const nodes = within.get(parent?.path) ?? [];
    for (const node of nodes) {
      if (!within.has(node.path) && !isFrame(node)) {
        sizes.set(node.path, sizeOf(node));
        continue;
      }
      const level = await place(node);
      const { top, side, bottom, width } = insetOf(node.type);
      const size = { width: Math.max(width, level.width + 2 * side), height: top + level.height + bottom };
      inner.push({ path: node.path, at: { x: (size.width - level.width) / 2, y: top }, level });
      sizes.set(node.path, size);
    }
    const isParallel = nodes.length > 0 && nodes.every(({ type }) => type === 'Branch');
    const level = isParallel
      ? sideBySide([...sizes].map(([path, size]) => ({ path, size })))
      : await layOutLevel(elk, sizes, edgesOf.get(parent?.path) ?? [], parent ? nodes[0]?.path : START);
    return { ...level, inner };
  };

  return absolute(await place(undefined));
};

/** A Parallel without a branch, or a Map of what is no processor, is a frame too. */
const isFrame = ({ type, closed }: GraphNode): boolean =>
  closed !== true && (type === 'Map' || type === 'Parallel' || type === 'Branch');

const round = (value: number): number => Math.round(value * 10) / 10;

const absolute = (top: Placed): GraphLayout => {
  const nodes: [string, Box][] = [];
  const edges: [string, GraphLayout['edges'][string]][] = [];
  const walk = (level: Placed, from: Point, offset: Point): void => {
    for (const [path, box] of level.boxes) {
      const { width, height } = box;
      nodes.push([path, { x: round(box.x + offset.x), y: round(box.y + offset.y), width, height }]);
    }
    const moved = <T extends Point>(at: T): T => ({ ...at, x: round(at.x + from.x), y: round(at.y + from.y) });
    for (const [id, { points, label }] of level.routes) {
      edges.push([id, { points: points.map(moved), ...(label ? { label: moved(label) } : {}) }]);
    }
    for (const { path, at, level: inner } of level.inner) {
      const box = level.boxes.get(path) ?? { x: 0, y: 0 };
      walk(inner, { x: from.x + box.x + at.x, y: from.y + box.y + at.y }, at);
    }
  };
  walk(top, { x: 0, y: 0 }, { x: 0, y: 0 });
  return {
    width: Math.ceil(top.width),
    height: Math.ceil(top.height),
    nodes: Object.fromEntries(nodes),
    edges: Object.fromEntries(edges),
  };
};
