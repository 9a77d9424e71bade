import type { Box, DefinitionGraph, GraphLayout } from '../definition/graph.ts';
import { isAdded, START } from '../definition/parse.ts';
import { isFailure, type NodeState, UNREACHED } from './node-states.ts';

/** Where every node is, from the left top of the graph. */
export const absoluteBoxes = ({ nodes }: DefinitionGraph, layout: GraphLayout): ReadonlyMap<string, Box> => {
  const boxes = new Map<string, Box>();
  for (const { path, parent } of nodes) {
    const own = Object.hasOwn(layout.nodes, path) ? layout.nodes[path] : undefined;
    const around = parent === undefined ? undefined : boxes.get(parent);
    if (own) boxes.set(path, { ...own, x: own.x + (around?.x ?? 0), y: own.y + (around?.y ?? 0) });
  }
  return boxes;
};

/** How the keyboard walks a graph. */
export type Walk = (
  path: string,
  key: string,
  states: ReadonlyMap<string, NodeState>,
  taken: ReadonlySet<string>,
) => string | undefined;

/** Makes the walk of a graph: down and up follow edges, those that were taken first, into frames and out of them; left and right go to what stands beside; Home to the start, E to the next failure. */
export const createWalk = (graph: DefinitionGraph, layout: GraphLayout): Walk => {
  const boxes = absoluteBoxes(graph, layout);
  const byPath = new Map(graph.nodes.map((node) => [node.path, node]));
  const stops = graph.nodes.filter((node) => !isAdded(node) || node.type === 'End').map(({ path }) => path);
  const isStop = new Set([START, ...stops]);
  const children = Map.groupBy(graph.nodes, ({ parent }) => parent);
  const outgoing = Map.groupBy(graph.edges, ({ from }) => from);
  const incoming = Map.groupBy(graph.edges, ({ to }) => to);

  const firstWithin = (path: string): string | undefined => {
    const first = children.get(path)?.[0];
    return first === undefined || isStop.has(first.path) ? first?.path : firstWithin(first.path);
  };
  const stopAround = (path: string): string | undefined => {
    const parent = byPath.get(path)?.parent;
    return parent === undefined || isStop.has(parent) ? parent : stopAround(parent);
  };
  const follow = (path: string, taken: ReadonlySet<string>): string | undefined => {
    const edges = (outgoing.get(path) ?? []).filter(({ to }) => to !== path);
    const next = edges.find(({ id }) => taken.has(id)) ?? edges[0];
    if (next) return next.to;
    const around = stopAround(path);
    return around === undefined ? undefined : follow(around, taken);
  };
  const back = (path: string, taken: ReadonlySet<string>): string | undefined => {
    const edges = (incoming.get(path) ?? []).filter(({ from }) => from !== path);
    return (edges.find(({ id }) => taken.has(id)) ?? edges[0])?.from ?? stopAround(path);
  };
  const beside = (path: string, side: -1 | 1): string | undefined => {
    const own = boxes.get(path);
    if (!own) return undefined;
    const centre = own.x + own.width / 2;
    const found = stops
      .map((other) => ({ other, box: boxes.get(other) }))
      .filter(({ other, box }) => {
        const isRelated = other === path || path.startsWith(`${other}/`) || other.startsWith(`${path}/`);
        return !isRelated && box && box.y < own.y + own.height && own.y < box.y + box.height;
      })
      .map(({ other, box }) => ({ other, away: box ? (box.x + box.width / 2 - centre) * side : 0 }))
      .filter(({ away }) => away > 1)
      .sort((a, b) => a.away - b.away);
    return found[0]?.other;
  };

  return (path, key, states, taken) => {
    switch (key) {
      case 'ArrowDown':
        return firstWithin(path) ?? follow(path, taken);
      case 'ArrowUp':
        return back(path, taken);
      case 'ArrowLeft':
        return beside(path, -1);
      case 'ArrowRight':
        return beside(path, 1);
      case 'Home':
        return START;
      case 'e':
      case 'E': {
        const failures = stops.filter((other) => isFailure(states.get(other) ?? UNREACHED));
        return failures.find((other) => stops.indexOf(other) > stops.indexOf(path)) ?? failures[0];
      }
      default:
        return undefined;
    }
  };
};
