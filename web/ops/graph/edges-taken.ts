import type { DefinitionGraph } from '../definition/graph.ts';
import { START } from '../definition/parse.ts';
import type { Visit } from '../history/model.ts';

/** The ids of the edges that the shown visits took: from the start, from state to state, and into an end. */
export const edgesTaken = ({ nodes, edges }: DefinitionGraph, visits: readonly Visit[]): ReadonlySet<string> => {
  const ways = new Set<string>();
  const ended = new Set<string>();
  for (const { path, next, standing, exitedAt } of visits) {
    if (next) ways.add(JSON.stringify([path, next.path, next.by]));
    else if (exitedAt !== undefined && (standing === 'succeeded' || standing === 'retried')) ended.add(path);
  }
  const [first] = visits;
  const ends = new Set(nodes.flatMap(({ path, type }) => (type === 'End' ? [path] : [])));
  const isTaken = ({ from, to, kind }: DefinitionGraph['edges'][number]): boolean => {
    if (from === START) return first?.path === to;
    if (ends.has(to)) return ended.has(from);
    return ways.has(JSON.stringify([from, to, kind === 'catch' ? 'catch' : 'next']));
  };
  return new Set(edges.flatMap((edge) => (isTaken(edge) ? [edge.id] : [])));
};
