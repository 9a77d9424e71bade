import type { Branch, ExecutionTree, Standing, Visit } from '../history/model.ts';

/** Which iteration of a Map is looked at, by the Map's path. */
export type Chosen = Readonly<Record<string, number>>;

const FIRST: readonly (readonly Standing[])[] = [['failed', 'timedout', 'aborted'], ['caught'], ['running', 'waiting']];

/** The iteration that is looked at until somebody chooses: the first that failed, else was caught, else works, else the first. */
export const firstToSee = (branches: readonly Branch[]): number => {
  for (const standings of FIRST) {
    const found = branches.find(({ standing }) => standings.includes(standing));
    if (found) return found.index;
  }
  return branches[0]?.index ?? 0;
};

/** The iteration of a visit of a Map that is looked at. */
export const iterationOf = ({ path, branches }: Visit, chosen: Chosen): number =>
  Object.hasOwn(chosen, path) ? (chosen[path] ?? 0) : firstToSee(branches);

/** The visits that a graph shows: of the states at the top, and of those within the last visit of each Parallel and in the chosen iteration of each Map. In the order of entering. */
export const shownVisits = (tree: ExecutionTree, chosen: Chosen): Visit[] => {
  const within = Map.groupBy(tree.visits, ({ parent }) => parent);
  const shown: Visit[] = [];
  const show = (visits: readonly Visit[]): void => {
    const last = new Map(visits.map((visit) => [visit.path, visit]));
    for (const visit of visits) {
      shown.push(visit);
      if (last.get(visit.path) !== visit) continue;
      const inner = within.get(visit.id) ?? [];
      if (visit.type !== 'Map') show(inner);
      else {
        const iteration = iterationOf(visit, chosen);
        show(inner.filter(({ branch = 0 }) => branch === iteration));
      }
    }
  };
  show(within.get(undefined) ?? []);
  return shown;
};
