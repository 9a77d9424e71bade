import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../infra/build/folders.ts';
import type { DefinitionGraph } from '../../web/ops/definition/graph.ts';
import { graphOf } from '../../web/ops/definition/parse.ts';

const RECORDINGS = join(ROOT, '..', 'shared', 'conformance', 'states.jsonl');

/** Whether the recordings beside the project are here. */
export const hasRecordings = existsSync(RECORDINGS);

type Recorded = { id: string; steps: readonly { args?: { definition?: unknown; template?: unknown } | null }[] };

/** The graph of every distinct definition that the recordings create, update, validate or test, by the first that has it. */
export const recordedGraphs = (): { id: string; graph: DefinitionGraph }[] => {
  const graphs = new Map<string, { id: string; graph: DefinitionGraph }>();
  for (const line of hasRecordings ? readFileSync(RECORDINGS, 'utf8').split('\n').filter(Boolean) : []) {
    const { id, steps }: Recorded = JSON.parse(line);
    for (const { args } of steps) {
      const definition = args?.definition ?? args?.template;
      if (definition === undefined) continue;
      const graph = graphOf(typeof definition === 'string' ? definition : JSON.stringify(definition));
      if (!graphs.has(graph.hash)) graphs.set(graph.hash, { id, graph });
    }
  }
  return [...graphs.values()];
};
