import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { elkInWorker } from '../../../web/ops/definition/elk-in-worker.ts';
import { createFindLayout } from '../../../web/ops/definition/find-layout.ts';
import type { DefinitionGraph, GraphLayout } from '../../../web/ops/definition/graph.ts';
import { graphOf } from '../../../web/ops/definition/parse.ts';
import { ExecutionGraph } from '../../../web/ops/graph/execution-graph.tsx';
import type { Chosen } from '../../../web/ops/graph/shown-visits.ts';
import type { ExecutionTree } from '../../../web/ops/history/model.ts';

/** What a test gives the page, and what the page tells it. */
export type GraphPage = {
  definition: string;
  tree?: ExecutionTree;
  opened: string[];
  /** Paths of the nodes that were rendered, each time anew. */
  rendered: string[];
  /** Milliseconds until the layout was there, and from then until it was on the screen. */
  laidOutIn: number;
  paintedIn: number;
  /** Renders the graph anew with another tree. */
  show?: (tree: ExecutionTree) => void;
};

const given: GraphPage = await (await fetch('/given.json')).json();
Object.assign(globalThis, { graphPage: given });

/** Every node reads its name when it is rendered. */
const counted = (): DefinitionGraph => {
  const graph = graphOf(given.definition);
  for (const node of graph.nodes) {
    const { name } = node;
    const get = (): string => {
      given.rendered.push(node.path);
      return name;
    };
    Object.defineProperty(node, 'name', { get });
  }
  return graph;
};

const Page = ({ layout }: { layout: GraphLayout }) => {
  const [graph] = useState(counted);
  const [tree, setTree] = useState(given.tree);
  const [selected, setSelected] = useState<string>();
  const [chosen, setChosen] = useState<Chosen>({});
  given.show = (next) => flushSync(() => setTree(next));
  return (
    <ExecutionGraph
      graph={graph}
      layout={layout}
      {...(tree ? { tree } : {})}
      {...(selected ? { selected } : {})}
      onSelect={setSelected}
      onOpen={(path) => given.opened.push(path)}
      chosen={chosen}
      onChoose={(path, index) => setChosen({ ...chosen, [path]: index })}
      hrefOf={({ kind, arn }) => `/${kind}/${encodeURIComponent(arn)}`}
    />
  );
};

given.opened = [];
given.rendered = [];
const find = createFindLayout({ kept: async () => ({}), elk: async () => elkInWorker('/lay-out-worker.js') });
const asked = performance.now();
const layout = await find(graphOf(given.definition));
const laidOut = performance.now();
given.laidOutIn = laidOut - asked;
createRoot(document.querySelector('main') as HTMLElement).render(<Page layout={layout} />);
const painted = (): void => {
  if (!document.querySelector('.gn')) requestAnimationFrame(painted);
  else requestAnimationFrame(() => Object.assign(given, { paintedIn: performance.now() - laidOut }));
};
painted();
