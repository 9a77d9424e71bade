import type { Branch, ExecutionTree, Visit } from '../history/model.ts';
import { type Child, MAP_RUN_STANDINGS, SAMPLE } from './map-run.ts';

/** A child execution with the number by which the screen calls it: the place in which it was first seen. */
export type Item = Child & { number: number };

/** Child executions as items; those that were seen before keep their numbers, the others follow in the order of their starts. */
export const numbered = (seen: ReadonlyMap<string, Item>, children: readonly Child[]): readonly Item[] => {
  const anew = children.filter(({ arn }) => !seen.has(arn)).sort((one, other) => one.startedAt - other.startedAt);
  const numbers = new Map(anew.map(({ arn }, place) => [arn, seen.size + place]));
  return children.map((child) => ({ ...child, number: seen.get(child.arn)?.number ?? numbers.get(child.arn) ?? 0 }));
};

const rankOf = ({ standing }: Item): number => MAP_RUN_STANDINGS.findIndex(([each]) => each === standing);

/** Items in the order of their numbers; where they are a sample of many, those that failed first. */
export const inOrder = (items: readonly Item[], total: number): readonly Item[] =>
  items.toSorted((one, other) => (total > SAMPLE ? rankOf(one) - rankOf(other) : 0) || one.number - other.number);

/** What is known of a distributed Map besides its execution's history: some child executions, and one's own states. */
export type Sample = {
  items: readonly Item[];
  /** The child execution that is looked at, by its number. */
  opened?: { number: number; tree: ExecutionTree };
};

/** A child execution as an item of its Map. */
export const branchOf = ({ number, standing, startedAt, endedAt }: Item): Branch => ({
  index: number,
  standing,
  startedAt,
  ...(endedAt !== undefined && { endedAt }),
});

/** States of a child execution as states of the Map; their ids are negative, because their events are another history's. */
const within = (map: Visit, { number, tree }: NonNullable<Sample['opened']>): Visit[] => {
  const idOf = (id: number): number => -(map.id * 1_000_000 + id);
  return tree.visits.map((visit) => ({
    ...visit,
    id: idOf(visit.id),
    path: `${map.path}/${visit.path}`,
    parent: visit.parent === undefined ? map.id : idOf(visit.parent),
    branch: visit.parent === undefined ? number : visit.branch,
    events: [],
    // What failed was never exited: it stood until its execution ended.
    ...(tree.endedAt !== undefined && { exitedAt: visit.exitedAt ?? tree.endedAt }),
    ...(visit.next && { next: { ...visit.next, path: `${map.path}/${visit.next.path}` } }),
  }));
};

/** An execution with the child executions of its distributed Maps as their items. `samples` are by the map run's ARN. */
export const withMapRuns = (tree: ExecutionTree, samples: ReadonlyMap<string, Sample>): ExecutionTree => {
  if (samples.size === 0) return tree;
  const visits = tree.visits.flatMap((visit): Visit[] => {
    const sample = visit.mapRunArn === undefined ? undefined : samples.get(visit.mapRunArn);
    if (!sample) return [visit];
    const map = { ...visit, branches: sample.items.map(branchOf) };
    return [map, ...(sample.opened ? within(map, sample.opened) : [])];
  });
  return { ...tree, visits };
};
