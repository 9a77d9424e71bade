import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Box, GraphEdge, Point } from './graph.ts';
import { mainPathOf, orderOf } from './order.ts';
import { loopRoom, routeLoops } from './self-loops.ts';
import { labelSizeOf, type Size } from './sizes.ts';

/** What places the nodes of one level: ELK, in a worker or beside. */
export type Elk = Pick<ELK, 'layout'>;

/** One level laid out by itself, from its own left top. */
export type Level = Size & { boxes: Map<string, Box>; routes: Map<string, { points: Point[]; label?: Box }> };

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '0',
  'elk.spacing.componentComponent': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'TAIL_LAYER',
} as const;

const portsOf = (path: string, { width, height }: Size, isCaught: boolean, left: number) => {
  const port = (at: string, side: string, x: number, y: number) => ({
    id: `${at} ${path}`,
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  });
  const ports = [port('in', 'NORTH', left + width / 2, 0), port('out', 'SOUTH', left + width / 2, height)];
  return isCaught ? [...ports, port('catch', 'EAST', left + width, Math.min(26, height / 2))] : ports;
};

const elkEdge = (edge: GraphEdge, isMain: boolean): ElkExtendedEdge => ({
  id: edge.id,
  sources: [`${edge.kind === 'catch' ? 'catch' : 'out'} ${edge.from}`],
  targets: [`in ${edge.to}`],
  ...(edge.label === undefined
    ? {}
    : {
        labels: [
          {
            id: `label ${edge.id}`,
            text: edge.label,
            ...labelSizeOf(edge),
            layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
          },
        ],
      }),
  layoutOptions: isMain
    ? { 'elk.layered.priority.straightness': '100', 'elk.layered.priority.shortness': '10' }
    : { 'elk.layered.priority.straightness': edge.kind === 'catch' ? '1' : '5' },
});

const routeOf = ({ sections = [], labels = [] }: ElkExtendedEdge): { points: Point[]; label?: Box } => {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  const label = labels[0];
  const own = { points: points.map(({ x, y }) => ({ x, y })) };
  if (!label) return own;
  const { x = 0, y = 0, width = 0, height = 0 } = label;
  return { ...own, label: { x, y, width, height } };
};

/** Lays out the nodes of one level and the edges between them, from the top down, with what runs from `start` by the main path in a straight line. */
export const layOutLevel = async (
  elk: Elk,
  sizes: ReadonlyMap<string, Size>,
  edges: readonly GraphEdge[],
  start: string | undefined,
): Promise<Level> => {
  const ordered = orderOf([...sizes.keys()], edges, start);
  const main = mainPathOf(ordered, edges, (path) => sizes.get(path)?.height ?? 0);
  const caught = new Set(edges.flatMap(({ kind, from }) => (kind === 'catch' ? [from] : [])));
  const loops = Map.groupBy(
    edges.filter(({ from, to }) => from === to),
    ({ from }) => from,
  );
  const leftOf = (path: string): number => loopRoom(loops.get(path) ?? []);
  const children = ordered.map((path): ElkNode => {
    const { width, height } = sizes.get(path) ?? { width: 0, height: 0 };
    return {
      id: path,
      width: leftOf(path) + width,
      height,
      ports: portsOf(path, { width, height }, caught.has(path), leftOf(path)),
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    };
  });
  const others = edges.filter(({ from, to }) => from !== to).map((edge) => elkEdge(edge, main.has(edge.id)));
  const laid: ElkNode = await elk.layout({ id: 'level', layoutOptions: OPTIONS, children, edges: others });
  const boxes = new Map(
    (laid.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }) => {
      const left = leftOf(id);
      return [id, { x: x + left, y, width: width - left, height }];
    }),
  );
  const routes = new Map((laid.edges ?? []).map((edge) => [edge.id, routeOf(edge)]));
  for (const [path, own] of loops) {
    const box = boxes.get(path);
    if (box) for (const [id, route] of routeLoops(own, box)) routes.set(id, route);
  }
  return { width: laid.width ?? 0, height: laid.height ?? 0, boxes, routes };
};
