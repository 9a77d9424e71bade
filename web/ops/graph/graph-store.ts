import { type NodeState, UNREACHED } from './node-states.ts';

/** What one node draws besides its place. */
export type NodeView = { state: NodeState; isSelected: boolean; isStop: boolean };

export type GraphStore = {
  node: (path: string) => NodeView;
  isTaken: (edge: string) => boolean;
  /** Calls back when this one node, or this one edge, is to be drawn anew. */
  subscribe: (id: string, changed: () => void) => () => void;
  show: (states: ReadonlyMap<string, NodeState>, taken: ReadonlySet<string>) => void;
  select: (path: string | undefined) => void;
  /** Makes a node the one that the Tab key stops at. */
  stopAt: (path: string | undefined) => void;
  stop: () => string | undefined;
};

const NONE: NodeView = { state: UNREACHED, isSelected: false, isStop: false };

/** Holds how nodes stand outside of React, so that a change of one draws one. */
export const createGraphStore = (): GraphStore => {
  const nodes = new Map<string, NodeView>();
  const listeners = new Map<string, Set<() => void>>();
  let taken: ReadonlySet<string> = new Set();
  let selected: string | undefined;
  let stop: string | undefined;
  const tell = (id: string): void => {
    for (const changed of listeners.get(id) ?? []) changed();
  };
  const change = (path: string | undefined, part: Partial<NodeView>): void => {
    if (path === undefined) return;
    nodes.set(path, { ...(nodes.get(path) ?? NONE), ...part });
    tell(path);
  };
  return {
    node: (path) => nodes.get(path) ?? NONE,
    isTaken: (edge) => taken.has(edge),
    subscribe: (id, changed) => {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(changed));
      return () => own.delete(changed);
    },
    show: (states, nowTaken) => {
      for (const [path, state] of states) {
        if (JSON.stringify(nodes.get(path)?.state) !== JSON.stringify(state)) change(path, { state });
      }
      const former = taken;
      taken = nowTaken;
      for (const edge of new Set([...former, ...nowTaken])) if (former.has(edge) !== nowTaken.has(edge)) tell(edge);
    },
    select: (path) => {
      if (path === selected) return;
      const former = selected;
      selected = path;
      change(former, { isSelected: false });
      change(path, { isSelected: true });
    },
    stopAt: (path) => {
      if (path === stop) return;
      const former = stop;
      stop = path;
      change(former, { isStop: false });
      change(path, { isStop: true });
    },
    stop: () => stop,
  };
};
