import type { ExecutionTree } from '../history/model.ts';

type State = { Type?: string; Branches?: Block[]; ItemProcessor?: Block; Iterator?: Block };
type Block = { States?: Record<string, State> };

/** The states of a definition that an execution has not entered, in the order of the definition; what is within is named so. */
export const notRun = (
  definition: string | undefined,
  { visits }: ExecutionTree,
): { name: string; within?: string }[] => {
  const entered = new Set(visits.map(({ name }) => name));
  // What the items of a distributed Map went through is told by their own executions.
  const elsewhere = new Set(visits.flatMap(({ name, mapRunArn }) => (mapRunArn === undefined ? [] : [name])));
  const found: { name: string; within?: string }[] = [];
  const read = (block: Block | undefined, within?: string): void => {
    for (const [name, { Branches, ItemProcessor, Iterator }] of Object.entries(block?.States ?? {})) {
      if (!entered.has(name)) found.push({ name, ...(within && { within }) });
      if (elsewhere.has(name)) continue;
      for (const inner of [...(Branches ?? []), ItemProcessor ?? Iterator]) read(inner, name);
    }
  };
  try {
    read(JSON.parse(definition ?? '{}') as Block);
  } catch {
    return [];
  }
  return found;
};
