import { Skeleton } from '@marquee/ui/notice.tsx';
import { useMemo } from 'react';
import type { MapRunCounts } from '../graph/node-states.ts';
import type { ExecutionTree } from '../history/model.ts';
import { DrawnGraph } from './drawn-graph.tsx';
import { itemsAround, lastOfItem, visitAt } from './items-around.ts';

type GraphPanelProps = {
  definition?: string;
  tree: ExecutionTree;
  now: number;
  selected?: number;
  onSelect: (visit: number) => void;
  /** The item of each Map that was asked for last, by the Map's path. */
  chosen: Readonly<Record<string, number>>;
  onChoose: (map: string, index: number) => void;
  /** Shows what a state started, in the inspector. */
  onOpenChild: (visit: number) => void;
  /** Of distributed Maps, by the map run's ARN. */
  mapRuns: ReadonlyMap<string, MapRunCounts>;
};

/** The graph of the definition with how this execution stands. What is chosen there is chosen in the whole screen. */
export const GraphPanel = ({ definition, tree, now, selected, ...props }: GraphPanelProps) => {
  const { onSelect, chosen, onChoose, onOpenChild, mapRuns } = props;
  const visit = tree.visits.find(({ id }) => id === selected);
  const items = useMemo(() => ({ ...chosen, ...itemsAround(tree.visits, visit) }), [chosen, tree.visits, visit]);
  const at = (path: string) => visitAt(tree.visits, path, items);
  const choose = (map: string, index: number) => {
    onChoose(map, index);
    const found = lastOfItem(tree.visits, map, index) ?? at(map);
    if (found) onSelect(found.id);
  };
  return (
    <section className="panel graph-panel" aria-labelledby="gr-h">
      <div className="panel-head">
        <h2 id="gr-h">Graph</h2>
        <span className="grow" />
        <a className="small" href="#list">
          The same as a list
        </a>
      </div>
      {definition === undefined ? (
        <Skeleton rows={8} label="Reading the definition" />
      ) : (
        <DrawnGraph
          definition={definition}
          tree={tree}
          now={now}
          selected={visit?.path}
          onSelect={(path) => onSelect(at(path)?.id ?? selected ?? 0)}
          onOpen={() => document.querySelector<HTMLElement>('.inspector [role=tab][aria-selected=true]')?.focus()}
          onOpenChild={(path) => onOpenChild(at(path)?.id ?? selected ?? 0)}
          chosen={items}
          onChoose={choose}
          mapRuns={mapRuns}
        />
      )}
    </section>
  );
};
