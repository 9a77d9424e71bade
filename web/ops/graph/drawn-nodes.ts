import type { DefinitionGraph, GraphLayout, GraphNode } from '../definition/graph.ts';
import type { DrawnNode } from './state-node.tsx';

const kindOf = ({ type, closed }: GraphNode): string => {
  if (type === 'Branch') return 'branch';
  if ((type === 'Map' || type === 'Parallel') && closed !== true) return 'frame';
  return type === 'Start' || type === 'End' || type === 'Succeed' || type === 'Fail' ? 'end' : 'state';
};

/** A graph's nodes as React Flow takes them; sizes are given, so that it measures none. */
export const drawnNodes = (graph: DefinitionGraph, layout: GraphLayout): DrawnNode[] =>
  graph.nodes.flatMap((node): DrawnNode[] => {
    const box = Object.hasOwn(layout.nodes, node.path) ? layout.nodes[node.path] : undefined;
    if (!box) return [];
    const { x, y, width, height } = box;
    const size = { width, height };
    return [
      {
        id: node.path,
        type: kindOf(node),
        position: { x, y },
        ...size,
        measured: size,
        handles: [],
        data: { node },
        ...(node.parent === undefined ? {} : { parentId: node.parent }),
      },
    ];
  });
