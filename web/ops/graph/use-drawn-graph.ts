import { useMemo, useState } from 'react';
import { collapse, isCollapsed } from '../definition/collapse.ts';
import type { DefinitionGraph } from '../definition/graph.ts';

/** What of a graph is drawn: of a large one, what its user has opened. `toggle` opens or closes a Map or a Parallel; a small graph has none. */
export const useDrawnGraph = (
  graph: DefinitionGraph,
): { drawn: DefinitionGraph; toggle: ((path: string) => void) | undefined } => {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const drawn = useMemo(() => collapse(graph, opened), [graph, opened]);
  const toggle = (path: string): void => {
    const others = [...opened].filter((other) => other !== path);
    setOpened(new Set(opened.has(path) ? others : [...others, path]));
  };
  return { drawn, toggle: isCollapsed(graph) ? toggle : undefined };
};
