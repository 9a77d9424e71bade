import { ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isGroup } from '../definition/collapse.ts';
import { START } from '../definition/parse.ts';
import { Dots } from './dots.tsx';
import { drawnNodes } from './drawn-nodes.ts';
import { EdgesLayer } from './edges-layer.tsx';
import { edgesTaken } from './edges-taken.ts';
import { firstViewport } from './first-viewport.ts';
import { BranchNode, FrameNode } from './frame-node.tsx';
import { type GraphActions, GraphContext } from './graph-context.ts';
import type { ExecutionGraphProps } from './graph-props.ts';
import { createGraphStore } from './graph-store.ts';
import { GraphTools } from './graph-tools.tsx';
import { firstPlace, type NodeState, nodeStates } from './node-states.ts';
import { type Chosen, shownVisits } from './shown-visits.ts';
import { type DrawnNode, EndNode, StateNode } from './state-node.tsx';
import { useFirstViewport } from './use-first-viewport.ts';
import { absoluteBoxes, createWalk } from './walk.ts';

const NODE_TYPES = { state: StateNode, end: EndNode, frame: FrameNode, branch: BranchNode };
const NO_EDGES: [] = [];
const NO_CHOICE: Chosen = {};
/** Nodes over which only those in view are in the page. */
const MANY = 200;
const NEAR = 40;
/** Pixels above and below a graph that is smaller than its frame. */
const ROOM = 2 * 24;
const NOTHING = { states: new Map<string, NodeState>(), taken: new Set<string>() };

/** The graph of a definition with how an execution of it stands. The view moves only when its user asks. */
export const ExecutionGraph = ({
  graph,
  layout,
  tree,
  now,
  selected,
  onSelect,
  onOpen,
  chosen = NO_CHOICE,
  onChoose,
  onToggle,
  onOpenChild,
  hrefOf,
  mapRuns,
}: ExecutionGraphProps) => {
  const [store] = useState(createGraphStore);
  const frame = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance<DrawnNode, never>>(null);
  const [isFar, setFar] = useState(false);
  const nodes = useMemo(() => drawnNodes(graph, layout), [graph, layout]);
  const boxes = useMemo(() => absoluteBoxes(graph, layout), [graph, layout]);
  const walk = useMemo(() => createWalk(graph, layout), [graph, layout]);

  const { states, taken } = useMemo(() => {
    if (!tree) return NOTHING;
    const visits = shownVisits(tree, chosen);
    const edges = edgesTaken(graph, visits);
    return { states: nodeStates(graph, visits, edges, chosen, now, mapRuns), taken: edges };
  }, [graph, tree, chosen, now, mapRuns]);
  useLayoutEffect(() => store.show(states, taken), [store, states, taken]);
  useLayoutEffect(() => store.select(selected), [store, selected]);
  useLayoutEffect(() => {
    if (store.stop() === undefined || !boxes.has(store.stop() ?? '')) store.stopAt(selected ?? START);
  }, [store, boxes, selected]);
  // What is chosen of a failure is what led to it; the Fail state may lie far below.
  const hasFailed = tree?.endedAt !== undefined && tree.standing !== 'succeeded';
  const culprit = hasFailed && selected !== undefined ? boxes.get(selected) : undefined;
  const { opening, touch } = useFirstViewport(frame, flow, (room) =>
    firstViewport(layout, room, culprit ?? boxes.get(firstPlace(graph, states))),
  );

  // What nodes read through the context is kept in references: the context itself never changes, so it draws none anew.
  const latest = useRef({ onChoose, onToggle, onOpenChild, hrefOf, hasEnded: tree?.endedAt !== undefined });
  latest.current = { onChoose, onToggle, onOpenChild, hrefOf, hasEnded: tree?.endedAt !== undefined };
  const wanted = useRef<string>(undefined);
  const canToggle = onToggle !== undefined;
  const canOpen = onOpenChild !== undefined;
  const actions = useMemo(
    (): GraphActions => ({
      store,
      hasEnded: () => latest.current.hasEnded,
      choose: (path, index) => latest.current.onChoose(path, index),
      toggle: canToggle ? (path) => latest.current.onToggle?.(path) : undefined,
      openChild: canOpen ? (path) => latest.current.onOpenChild?.(path) : undefined,
      hrefOf: (link) => latest.current.hrefOf?.(link),
      takeFocus: (path) => {
        const isWanted = wanted.current === path;
        if (isWanted) wanted.current = undefined;
        return isWanted;
      },
    }),
    [store, canToggle, canOpen],
  );

  const bringIntoView = (path: string): void => {
    const box = boxes.get(path);
    const { width = 0, height = 0 } = frame.current?.getBoundingClientRect() ?? {};
    const view = flow.current?.getViewport();
    if (!box || !view || !flow.current) return;
    const [x, y] = [box.x * view.zoom + view.x, box.y * view.zoom + view.y];
    const isIn = x > NEAR && y > NEAR && x + 176 * view.zoom < width - NEAR && y + 52 * view.zoom < height - NEAR;
    if (isIn) return;
    void flow.current.setCenter(box.x + box.width / 2, box.y + Math.min(box.height, height / view.zoom) / 2, {
      zoom: view.zoom,
    });
  };
  const goTo = (path: string): void => {
    bringIntoView(path);
    store.stopAt(path);
    const there = frame.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
    // What is out of view comes into the page in a moment, and takes the focus then.
    wanted.current = there ? undefined : path;
    there?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    touch();
    const isOutside = event.target === frame.current;
    const path = isOutside ? store.stop() : (event.target as HTMLElement).dataset.path;
    if (path === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = isOutside && event.key.startsWith('Arrow') ? path : walk(path, event.key, states, taken);
    if (next !== undefined) goTo(next);
    else if (event.key === 'Enter' || event.key === ' ') {
      onSelect(path);
      if (event.key === 'Enter') onOpen?.(path);
      else if (onToggle && isGroup(graph.nodes.find((node) => node.path === path)?.type ?? '')) {
        // A group that opens or closes is another node in the same place, which takes the focus.
        wanted.current = path;
        onToggle(path);
      }
    } else if (event.key === '+' || event.key === '=') void flow.current?.zoomIn();
    else if (event.key === '-') void flow.current?.zoomOut();
    else if (event.key === '0') void flow.current?.fitView({ padding: 0.05 });
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={frame}
      role="group"
      aria-label={`Graph, ${graph.nodes.length} nodes; arrow keys walk it${onToggle ? ', the space bar opens and closes a group' : ''}`}
      // Of a large graph the node to stop at may be out of view, and then not in the page.
      {...(nodes.length > MANY ? { tabIndex: 0 } : {})}
      className={`graph ${isFar ? 'is-far' : ''}`}
      style={{ maxBlockSize: `max(16rem, ${layout.height + ROOM}px)` }}
      onKeyDown={onKeyDown}
      onPointerDownCapture={touch}
    >
      <GraphContext value={actions}>
        {opening && (
          <ReactFlow
            nodes={nodes}
            edges={NO_EDGES}
            nodeTypes={NODE_TYPES}
            defaultViewport={opening}
            minZoom={0.05}
            maxZoom={2}
            onInit={(instance) => {
              flow.current = instance;
            }}
            onMove={(event, { zoom }) => {
              if (event) touch();
              setFar(zoom < 0.5);
            }}
            onNodeClick={(_event, { id }) => {
              store.stopAt(id);
              onSelect(id);
            }}
            onNodeDoubleClick={(_event, { id }) => onOpen?.(id)}
            onlyRenderVisibleElements={nodes.length > MANY}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            zoomOnScroll={false}
            zoomOnDoubleClick={false}
            preventScrolling={false}
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            zoomActivationKeyCode="Control"
            proOptions={{ hideAttribution: true }}
          >
            <Dots layout={layout} />
            <EdgesLayer graph={graph} layout={layout} />
            <GraphTools />
          </ReactFlow>
        )}
      </GraphContext>
    </div>
  );
};
