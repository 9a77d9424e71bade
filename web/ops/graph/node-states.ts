import type { DefinitionGraph } from '../definition/graph.ts';
import { START } from '../definition/parse.ts';
import type { Attempt, Branch, Standing, Visit } from '../history/model.ts';
import { type Chosen, iterationOf } from './shown-visits.ts';

/** How one place of a graph stands; plain data, so that two can be compared as JSON. */
export type NodeState = {
  /** `none` has not been reached. */
  standing: Standing | 'none';
  /** How often it was entered, where it is shown. */
  visits: number;
  /** Of the last visit, in order. */
  attempts: readonly Attempt['standing'][];
  /** Milliseconds of the last visit; until `now` while it works. */
  duration?: number;
  /** What a Choice chose, in the words of the edge. */
  answer?: string;
  /** Iterations of a Map: all of them, how many stand how, and which one is looked at. */
  items?: readonly Branch[];
  counts?: Partial<Record<Standing, number>>;
  chosen?: number;
  /** Of a distributed Map: how many items there are; `items` is a sample of them. */
  total?: number;
  childExecutionArn?: string;
  mapRunArn?: string;
  error?: string;
};

/** What is told of a distributed Map, whose items are executions of their own: how many stand how. */
export type MapRunCounts = { counts: Partial<Record<Standing, number>>; total: number };

export const UNREACHED: NodeState = { standing: 'none', visits: 0, attempts: [] };

type Seen = { chosen: Chosen; now: number | undefined; mapRuns: ReadonlyMap<string, MapRunCounts> };

const stateOf = (visits: readonly Visit[], { chosen, now, mapRuns }: Seen): NodeState => {
  const visit = visits.at(-1);
  if (!visit) return UNREACHED;
  const isOpen = visit.standing === 'running' || visit.standing === 'waiting';
  // What failed was never exited: its last attempt's end is its own.
  const until = visit.exitedAt ?? (isOpen ? now : (visit.attempts.at(-1)?.endedAt ?? now));
  const counts: Partial<Record<Standing, number>> = {};
  for (const { standing } of visit.branches) counts[standing] = (counts[standing] ?? 0) + 1;
  const child = visit.attempts.findLast(({ childExecutionArn }) => childExecutionArn !== undefined)?.childExecutionArn;
  return {
    standing: visit.standing,
    visits: visits.length,
    attempts: visit.attempts.map(({ standing }) => standing),
    ...(until === undefined ? {} : { duration: Math.max(0, until - visit.enteredAt) }),
    ...(visit.type === 'Map' ? { items: visit.branches, counts, chosen: iterationOf(visit, chosen) } : {}),
    ...(child === undefined ? {} : { childExecutionArn: child }),
    ...(visit.mapRunArn === undefined ? {} : { mapRunArn: visit.mapRunArn, ...mapRuns.get(visit.mapRunArn) }),
    ...(visit.error === undefined ? {} : { error: visit.error }),
  };
};

/** How every node of a graph stands after the shown visits and the edges that they took. `now` is for what still works. */
export const nodeStates = (
  { nodes, edges }: DefinitionGraph,
  visits: readonly Visit[],
  taken: ReadonlySet<string>,
  chosen: Chosen = {},
  now?: number,
  mapRuns: ReadonlyMap<string, MapRunCounts> = new Map(),
): ReadonlyMap<string, NodeState> => {
  const byPath = Map.groupBy(visits, ({ path }) => path);
  const answers = new Map(edges.flatMap(({ id, from, label }) => (taken.has(id) && label ? [[from, label]] : [])));
  const reached = new Set(edges.flatMap(({ id, to }) => (taken.has(id) ? [to] : [])));
  const parents = new Set(visits.map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
  const added: NodeState = { standing: 'succeeded', visits: 1, attempts: [] };
  return new Map(
    nodes.map(({ path, type }): [string, NodeState] => {
      if (type === 'Start') return [path, visits.length > 0 ? added : UNREACHED];
      if (type === 'End') return [path, reached.has(path) ? added : UNREACHED];
      if (type === 'Branch') return [path, parents.has(path.replace(/\/$/, '')) ? added : UNREACHED];
      const state = stateOf(byPath.get(path) ?? [], { chosen, now, mapRuns });
      const answer = type === 'Choice' ? answers.get(path) : undefined;
      return [path, answer === undefined ? state : { ...state, answer }];
    }),
  );
};

/** Whether a place is one to look at first. */
export const isFailure = ({ standing }: NodeState): boolean =>
  standing === 'failed' || standing === 'timedout' || standing === 'aborted' || standing === 'caught';

/** Where to look first: at the innermost failure, else at what works now, else at the start. */
export const firstPlace = (graph: DefinitionGraph, states: ReadonlyMap<string, NodeState>): string => {
  const paths = graph.nodes.map(({ path }) => path);
  const of = (wanted: (state: NodeState) => boolean) =>
    paths
      .filter((path) => wanted(states.get(path) ?? UNREACHED))
      .sort((a, b) => b.split('/').length - a.split('/').length)[0];
  const hasEnded = (state: NodeState) => state.standing === 'failed' || state.standing === 'timedout';
  return (
    of(hasEnded) ?? of(({ standing }) => standing === 'running' || standing === 'waiting') ?? of(isFailure) ?? START
  );
};
