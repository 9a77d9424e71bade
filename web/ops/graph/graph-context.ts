import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { GraphStore, NodeView } from './graph-store.ts';

/** What a node of a graph leads to besides. */
export type GraphLink = { kind: 'execution' | 'map-run'; arn: string };

export type GraphActions = {
  store: GraphStore;
  /** Whether the execution has ended: then what has no state was not reached. */
  hasEnded: () => boolean;
  choose: (mapPath: string, index: number) => void;
  toggle: ((path: string) => void) | undefined;
  /** Shows the execution that a node started beside the graph. */
  openChild: ((path: string) => void) | undefined;
  hrefOf: ((link: GraphLink) => string | undefined) | undefined;
  /** Called by the node that the keyboard came to, once it is there. */
  takeFocus: (path: string) => boolean;
};

export const GraphContext = createContext<GraphActions | undefined>(undefined);

/** What a graph's nodes share; throws outside of one. */
export const useGraph = (): GraphActions => {
  const actions = useContext(GraphContext);
  if (!actions) throw new Error('A node is drawn within an ExecutionGraph alone.');
  return actions;
};

/** How one node is drawn; it alone is drawn anew when that changes. */
export const useNodeView = (path: string): NodeView => {
  const { store } = useGraph();
  const subscribe = useCallback((changed: () => void) => store.subscribe(path, changed), [store, path]);
  return useSyncExternalStore(subscribe, () => store.node(path));
};

/** Whether one edge was taken. */
export const useIsTaken = (id: string): boolean => {
  const { store } = useGraph();
  const subscribe = useCallback((changed: () => void) => store.subscribe(id, changed), [store, id]);
  return useSyncExternalStore(subscribe, () => store.isTaken(id));
};
