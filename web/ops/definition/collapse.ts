import type { DefinitionGraph } from './graph.ts';
import { hashOf } from './hash.ts';

/** Nodes above which Maps and Parallels are drawn closed until somebody opens them. */
export const COLLAPSED_OVER = 400;

/** Whether a graph is drawn with its groups closed. */
export const isCollapsed = ({ nodes }: DefinitionGraph): boolean => nodes.length > COLLAPSED_OVER;

/** A large graph without what is in its Maps and Parallels, save those whose path is among `opened`; a small one as it is. A closed group is a node like a Task. */
export const collapse = (graph: DefinitionGraph, opened: ReadonlySet<string>): DefinitionGraph => {
  if (!isCollapsed(graph)) return graph;
  const byPath = new Map(graph.nodes.map((node) => [node.path, node]));
  const shown = new Map<string, boolean>();
  const isShown = (path: string): boolean => {
    const known = shown.get(path);
    if (known !== undefined) return known;
    const parent = byPath.get(path)?.parent;
    const isOpen = parent === undefined || opened.has(parent) || byPath.get(parent)?.type === 'Branch';
    const is = isOpen && (parent === undefined || isShown(parent));
    shown.set(path, is);
    return is;
  };
  const nodes = graph.nodes
    .filter(({ path }) => isShown(path))
    .map((node) => (isGroup(node.type) && !opened.has(node.path) ? { ...node, closed: true } : node));
  const edges = graph.edges.filter(({ from, to }) => isShown(from) && isShown(to));
  return { nodes, edges, hash: hashOf(JSON.stringify([graph.hash, [...opened].sort()])) };
};

/** Whether a state holds others. */
export const isGroup = (type: string): boolean => type === 'Map' || type === 'Parallel';
