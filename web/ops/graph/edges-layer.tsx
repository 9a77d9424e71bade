import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useId, useMemo } from 'react';
import type { Box, DefinitionGraph, GraphEdge, GraphLayout } from '../definition/graph.ts';
import { useIsTaken } from './graph-context.ts';
import { boundsOf, routePath } from './route-path.ts';

type Route = GraphLayout['edges'][string];
type Drawn = { edge: GraphEdge; route: Route; path: string; bounds: Box };

/** Edges over which only those near the view are drawn, in steps of so many pixels. */
const MANY = 200;
const STEP = 600;
/** Edges over which none has dashes. */
const CALM = 150;

type EdgeProps = Omit<Drawn, 'bounds'> & { markers: string; ifTaken: boolean };

/** An edge, where it is among those that were taken or among the others: where edges run together, the taken ones lie on top. */
const Edge = memo(({ edge, route, path, markers, ifTaken }: EdgeProps) => {
  const isTaken = useIsTaken(edge.id);
  if (isTaken !== ifTaken) return null;
  const kind = edge.kind === 'catch' ? 'caught' : 'taken';
  const { label } = route;
  return (
    <g
      className={`ge ${isTaken ? `ge-${kind}` : 'ge-off'} ${edge.kind === 'catch' ? 'is-catch' : ''} ${edge.from.includes('/', 1) ? 'is-within' : ''}`}
    >
      <path className="ge-line" d={path} markerEnd={`url(#${markers}-${isTaken ? kind : 'off'})`} />
      {label && (
        <>
          <rect
            className="ge-box"
            x={label.x}
            y={label.y}
            width={label.width}
            height={label.height}
            rx={label.height / 2}
          />
          <text
            className="ge-label"
            x={label.x + label.width / 2}
            y={label.y + label.height / 2 + 4}
            textAnchor="middle"
          >
            {edge.label}
          </text>
        </>
      )}
    </g>
  );
});

const Marker = ({ id, kind }: { id: string; kind: string }) => (
  <marker
    id={`${id}-${kind}`}
    viewBox="0 0 8 8"
    refX="7.2"
    refY="4"
    markerWidth="8"
    markerHeight="8"
    markerUnits="userSpaceOnUse"
    orient="auto"
  >
    <path className={`gm-${kind}`} d="M0 .6 7.4 4 0 7.4z" />
  </marker>
);

/** What of the graph is near the view, as numbers that change seldom. */
const useNear = (isMany: boolean): string =>
  useStore(({ transform: [x, y, zoom], width, height }) => {
    if (!isMany) return '';
    const at = (pixel: number, round: (value: number) => number): number => round(pixel / zoom / STEP) * STEP;
    return [at(-x, Math.floor), at(-y, Math.floor), at(width - x, Math.ceil), at(height - y, Math.ceil)].join(' ');
  });

/** All edges in one drawing over the nodes: they end at borders, and no edge crosses a node that is not its own. */
export const EdgesLayer = memo(({ graph, layout }: { graph: DefinitionGraph; layout: GraphLayout }) => {
  const markers = useId();
  const drawn = useMemo(
    () =>
      graph.edges.flatMap((edge): Drawn[] => {
        const route = layout.edges[edge.id];
        if (!route || route.points.length === 0) return [];
        return [{ edge, route, path: routePath(route.points), bounds: boundsOf(route.points) }];
      }),
    [graph, layout],
  );
  const near = useNear(drawn.length > MANY);
  const [left = 0, top = 0, right = 0, bottom = 0] = near === '' ? [] : near.split(' ').map(Number);
  const isNear = ({ x, y, width, height }: Box): boolean =>
    near === '' || (x <= right && x + width >= left && y <= bottom && y + height >= top);
  const shown = drawn.filter(({ bounds }) => isNear(bounds));
  return (
    <ViewportPortal>
      <svg
        className={`ge-layer ${shown.length > CALM ? 'is-calm' : ''}`}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        aria-hidden="true"
      >
        <defs>
          <Marker id={markers} kind="taken" />
          <Marker id={markers} kind="caught" />
          <Marker id={markers} kind="off" />
        </defs>
        {[false, true].map((ifTaken) => (
          <g key={String(ifTaken)}>
            {shown.map(({ edge, route, path }) => (
              <Edge key={edge.id} edge={edge} route={route} path={path} markers={markers} ifTaken={ifTaken} />
            ))}
          </g>
        ))}
      </svg>
    </ViewportPortal>
  );
});
