import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elkHere } from './elk-here.ts';
import { layOut } from './lay-out.ts';
import { type PackedLayout, packLayout } from './pack.ts';
import { graphOf } from './parse.ts';

const WORKFLOWS = join(import.meta.dirname, '..', '..', '..', 'workflows');

/** The definitions of the project's workflows, by file. */
export const workflowDefinitions = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(WORKFLOWS)
      .filter((file) => file.endsWith('.asl.json'))
      .sort()
      .map((file) => [file, readFileSync(join(WORKFLOWS, file), 'utf8')]),
  );

/** The layouts of the project's workflows, by the hash of their graph, as the text of `layouts.json`. */
export const renderKeptLayouts = async (): Promise<string> => {
  const elk = elkHere();
  const kept: Record<string, PackedLayout> = {};
  for (const definition of workflowDefinitions().values()) {
    const graph = graphOf(definition);
    kept[graph.hash] = packLayout(graph, await layOut(graph, elk));
  }
  return `${JSON.stringify(kept, null, 2)}\n`;
};
