import type { DefinitionGraph, GraphLayout } from '../definition/graph.ts';
import type { ExecutionTree } from '../history/model.ts';
import type { GraphLink } from './graph-context.ts';
import type { MapRunCounts } from './node-states.ts';
import type { Chosen } from './shown-visits.ts';

export type ExecutionGraphProps = {
  /** Its identity, and the layout's, say when they have to be drawn anew. */
  graph: DefinitionGraph;
  layout: GraphLayout;
  /** What has happened; without it the definition alone is drawn. */
  tree?: ExecutionTree;
  /** For the durations of what works now. */
  now?: number;
  /** Paths, as `Visit.path` has them. */
  selected?: string;
  onSelect: (path: string) => void;
  /** Enter on a state, or a second press. */
  onOpen?: (path: string) => void;
  /** The iteration of each Map that is looked at; by itself the first that failed. */
  chosen: Chosen;
  onChoose: (mapPath: string, index: number) => void;
  /** Opens or closes a Map or a Parallel of a large graph (`collapse`). */
  onToggle?: (path: string) => void;
  /** Shows the execution that a node started in place. */
  onOpenChild?: (path: string) => void;
  hrefOf?: (link: GraphLink) => string | undefined;
  /** Of distributed Maps, by the map run's ARN. */
  mapRuns?: ReadonlyMap<string, MapRunCounts>;
};
