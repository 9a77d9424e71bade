import type { DefinitionGraph, GraphLayout } from './graph.ts';
import { layOut } from './lay-out.ts';
import type { Elk } from './level.ts';
import { type PackedLayout, unpackLayout } from './pack.ts';

type Deps = {
  /** The layouts that were made with the project, by hash. */
  kept: () => Promise<Readonly<Record<string, PackedLayout>>>;
  elk: () => Promise<Elk>;
};

/** Makes a finder of layouts: the kept one where there is one, else one that is made once. A worker that fails is asked anew the next time. */
export const createFindLayout = ({ kept, elk }: Deps): ((graph: DefinitionGraph) => Promise<GraphLayout>) => {
  const found = new Map<string, Promise<GraphLayout>>();
  let engine: Promise<Elk> | undefined;
  const find = async (graph: DefinitionGraph): Promise<GraphLayout> => {
    const known = await kept();
    const packed = Object.hasOwn(known, graph.hash) ? known[graph.hash] : undefined;
    if (packed) return unpackLayout(graph, packed);
    engine ??= elk();
    return layOut(graph, await engine);
  };
  return (graph) => {
    const layout = found.get(graph.hash) ?? find(graph);
    found.set(graph.hash, layout);
    layout.catch(() => {
      found.delete(graph.hash);
      engine = undefined;
    });
    return layout;
  };
};

/** The address of the worker's script, which the page's element names because its own name has a hash. */
const workerAddress = (): string => {
  const address = document.querySelector<HTMLElement>('[data-layout-worker]')?.dataset.layoutWorker;
  if (address === undefined) throw new Error('The page names no data-layout-worker.');
  return address;
};

/** Where the page finds a graph's places. Kept layouts and ELK are loaded when they are first needed. */
export const findLayout = createFindLayout({
  kept: async () => (await import('./layouts.json', { with: { type: 'json' } })).default,
  elk: async () => (await import('./elk-in-worker.ts')).elkInWorker(workerAddress()),
});
