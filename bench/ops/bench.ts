import type { Bench } from '../figure.ts';
import { measureGraph } from './graph.ts';
import { measureLayouts } from './layouts.ts';
import { measureList } from './list.ts';

/** The operators' console, one file a measurement. */
export const ops: Bench = {
  summary:
    'the console: layouts beside a second, 1,000 states and 100,000 executions beside an empty page and a short list',
  run: async (note) => {
    note('laying out every definition');
    const layouts = await measureLayouts();
    note('moving a graph of 1,000 states');
    const graph = await measureGraph();
    return [...layouts, ...graph, ...(await measureList(note))];
  },
};
