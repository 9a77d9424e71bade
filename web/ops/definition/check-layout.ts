import type { Box, DefinitionGraph, GraphEdge, GraphLayout, Point } from './graph.ts';

/** Pixels by which boxes may touch: coordinates are rounded to a tenth. */
const SLACK = 0.25;

type Segment = readonly [Point, Point];

const meet = (a: Box, b: Box, slack = SLACK): boolean =>
  a.x + slack < b.x + b.width &&
  b.x + slack < a.x + a.width &&
  a.y + slack < b.y + b.height &&
  b.y + slack < a.y + a.height;

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= -SLACK &&
  inner.y >= -SLACK &&
  inner.x + inner.width <= outer.width + SLACK &&
  inner.y + inner.height <= outer.height + SLACK;

const boxOf = ([a, b]: Segment): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** A line has no width: it meets a box whose inside it enters. */
const enters = (segment: Segment, box: Box): boolean => {
  const line = boxOf(segment);
  return (
    line.x + line.width > box.x + SLACK &&
    line.x < box.x + box.width - SLACK &&
    line.y + line.height > box.y + SLACK &&
    line.y < box.y + box.height - SLACK
  );
};

const segmentsOf = (points: readonly Point[]): Segment[] =>
  points.slice(1).map((point, index): Segment => [points[index] ?? point, point]);

const isOnBorder = (point: Point, { x, y, width, height }: Box): boolean => {
  const isIn =
    point.x >= x - SLACK && point.x <= x + width + SLACK && point.y >= y - SLACK && point.y <= y + height + SLACK;
  const near = [point.x - x, x + width - point.x, point.y - y, y + height - point.y].some(
    (gap) => Math.abs(gap) <= SLACK,
  );
  return isIn && near;
};

/** How much of two segments lies on one another, in pixels. */
const sharedLength = (a: Segment, b: Segment): number => {
  const [one, other] = [boxOf(a), boxOf(b)];
  const isVertical = one.width < SLACK && other.width < SLACK && Math.abs(one.x - other.x) < 1;
  const isLevel = one.height < SLACK && other.height < SLACK && Math.abs(one.y - other.y) < 1;
  const overlap = (from: number, length: number, from2: number, length2: number): number =>
    Math.min(from + length, from2 + length2) - Math.max(from, from2);
  if (isVertical) return overlap(one.y, one.height, other.y, other.height);
  return isLevel ? overlap(one.x, one.width, other.x, other.width) : 0;
};

type Placed = { path: string; parent: string | undefined; own: Box; absolute: Box };

const placedOf = (graph: DefinitionGraph, layout: GraphLayout, faults: string[]): Map<string, Placed> => {
  const placed = new Map<string, Placed>();
  for (const { path, parent } of graph.nodes) {
    const own = layout.nodes[path];
    if (!own || !Object.values(own).every(Number.isFinite)) {
      faults.push(`${path} has no place`);
      continue;
    }
    const around = parent === undefined ? undefined : placed.get(parent)?.absolute;
    const absolute = { ...own, x: own.x + (around?.x ?? 0), y: own.y + (around?.y ?? 0) };
    placed.set(path, { path, parent, own, absolute });
    if (!within(own, around ?? { x: 0, y: 0, width: layout.width, height: layout.height })) {
      faults.push(`${path} sticks out of ${parent ?? 'the graph'}`);
    }
  }
  return placed;
};

/** Says what is wrong with a layout, a sentence a fault: overlaps of nodes, labels and edges, and edges that begin or end nowhere. */
export const checkLayout = (graph: DefinitionGraph, layout: GraphLayout): string[] => {
  const faults: string[] = [];
  const placed = placedOf(graph, layout, faults);
  const levels = new Map<string | undefined, { nodes: Placed[]; edges: GraphEdge[] }>();
  const levelOf = (parent: string | undefined) => {
    const level = levels.get(parent) ?? { nodes: [], edges: [] };
    levels.set(parent, level);
    return level;
  };
  for (const node of placed.values()) levelOf(node.parent).nodes.push(node);
  for (const edge of graph.edges) levelOf(placed.get(edge.from)?.parent).edges.push(edge);
  for (const { nodes, edges } of levels.values()) {
    faults.push(...overlapsOf(nodes));
    faults.push(...edges.flatMap((edge) => faultsOfEdge(edge, layout, placed, nodes)));
    faults.push(...faultsOfLabels(edges, layout, nodes));
    faults.push(...faultsOfPairs(edges, layout));
  }
  return faults;
};

const overlapsOf = (nodes: readonly Placed[]): string[] =>
  nodes.flatMap((node, index) =>
    nodes
      .slice(index + 1)
      .flatMap((other) => (meet(node.own, other.own) ? [`${node.path} overlaps ${other.path}`] : [])),
  );

const faultsOfEdge = (
  { id, from, to }: GraphEdge,
  layout: GraphLayout,
  placed: ReadonlyMap<string, Placed>,
  nodes: readonly Placed[],
): string[] => {
  const points = layout.edges[id]?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  const [origin, target] = [placed.get(from), placed.get(to)];
  if (!first || !last || !origin || !target) return [`the edge from ${from} to ${to} has no route`];
  const faults = isOnBorder(first, origin.absolute) ? [] : [`the edge to ${to} does not begin at ${from}`];
  if (!isOnBorder(last, target.absolute)) faults.push(`the edge from ${from} does not end at ${to}`);
  const segments = segmentsOf(points);
  for (const { path, absolute } of nodes) {
    if (segments.some((segment) => enters(segment, absolute)))
      faults.push(`the edge from ${from} to ${to} runs through ${path}`);
  }
  return faults;
};

const faultsOfLabels = (edges: readonly GraphEdge[], layout: GraphLayout, nodes: readonly Placed[]): string[] => {
  const faults: string[] = [];
  const routes = edges.map((edge) => ({ edge, route: layout.edges[edge.id] }));
  for (const [index, { edge, route }] of routes.entries()) {
    const box = route?.label;
    if (edge.label !== undefined && !box) faults.push(`the label ${edge.label} of ${edge.id} has no place`);
    if (!box) continue;
    for (const { path, absolute } of nodes)
      if (meet(box, absolute)) faults.push(`the label ${edge.label} covers ${path}`);
    for (const [place, other] of routes.entries()) {
      if (place === index || !other.route) continue;
      if (place > index && other.route.label && meet(box, other.route.label)) {
        faults.push(`the labels ${edge.label} and ${other.edge.label} overlap`);
      }
      if (segmentsOf(other.route.points).some((segment) => enters(segment, box))) {
        faults.push(
          `the edge from ${other.edge.from} to ${other.edge.to} crosses the label ${edge.label} of ${edge.from}`,
        );
      }
    }
  }
  return faults;
};

/** Edges that share a start or an end may run together; others may cross, but never lie on one another. */
const faultsOfPairs = (edges: readonly GraphEdge[], layout: GraphLayout): string[] =>
  edges.flatMap((edge, index) =>
    edges.slice(index + 1).flatMap((other) => {
      if (edge.from === other.from || edge.to === other.to) return [];
      const mine = segmentsOf(layout.edges[edge.id]?.points ?? []);
      const theirs = segmentsOf(layout.edges[other.id]?.points ?? []);
      const doLie = mine.some((segment) => theirs.some((against) => sharedLength(segment, against) > 1));
      return doLie
        ? [`the edges from ${edge.from} to ${edge.to} and from ${other.from} to ${other.to} lie on one another`]
        : [];
    }),
  );
