import type { Box, DefinitionGraph, GraphEdge, GraphLayout, Point } from './graph.ts';

/** A layout as it is kept: numbers in text, a line a node and a line an edge, so that a change of it can be read. */
export type PackedLayout = {
  width: number;
  height: number;
  nodes: Readonly<Record<string, string>>;
  edges: Readonly<Record<string, string>>;
};

const keyOf = ({ from, to, kind }: GraphEdge): string => `${from} ${kind === 'catch' ? 'catch' : 'to'} ${to}`;

const boxText = ({ x, y, width, height }: Box): string => `${x} ${y} ${width} ${height}`;

const boxOf = (text: string): Box => {
  const [x = 0, y = 0, width = 0, height = 0] = text.split(' ').map(Number);
  return { x, y, width, height };
};

const pointsOf = (text: string): Point[] =>
  text.split(', ').map((point) => {
    const [x = 0, y = 0] = point.split(' ').map(Number);
    return { x, y };
  });

/** Writes a layout as text. */
export const packLayout = ({ nodes, edges }: DefinitionGraph, layout: GraphLayout): PackedLayout => ({
  width: layout.width,
  height: layout.height,
  nodes: Object.fromEntries(
    nodes.flatMap(({ path }) => {
      const box = layout.nodes[path];
      return box ? [[path, boxText(box)]] : [];
    }),
  ),
  edges: Object.fromEntries(
    edges.flatMap((edge) => {
      const route = layout.edges[edge.id];
      if (!route) return [];
      const points = route.points.map(({ x, y }) => `${x} ${y}`).join(', ');
      return [[keyOf(edge), route.label ? `${points} | ${boxText(route.label)}` : points]];
    }),
  ),
});

/** Reads what `packLayout` wrote for the same graph. */
export const unpackLayout = (graph: DefinitionGraph, { width, height, nodes, edges }: PackedLayout): GraphLayout => ({
  width,
  height,
  nodes: Object.fromEntries(Object.entries(nodes).map(([path, text]) => [path, boxOf(text)])),
  edges: Object.fromEntries(
    graph.edges.flatMap((edge) => {
      const [points, label] = edges[keyOf(edge)]?.split(' | ') ?? [];
      if (points === undefined) return [];
      return [[edge.id, { points: pointsOf(points), ...(label === undefined ? {} : { label: boxOf(label) }) }]];
    }),
  ),
});
