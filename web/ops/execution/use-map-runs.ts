import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { usePace } from '../app/session.tsx';
import type { MapRunCounts } from '../graph/node-states.ts';
import { firstToSee } from '../graph/shown-visits.ts';
import type { ExecutionTree } from '../history/model.ts';
import { readTree } from '../history/read-tree.ts';
import { type MapRun, readMapRun, readSample } from './map-run.ts';
import { branchOf, type Item, inOrder, numbered, type Sample, withMapRuns } from './with-map-runs.ts';

type Told = { run: MapRun; items: readonly Item[] };

const hasEnded = ({ endedAt }: { endedAt?: number }): boolean => endedAt !== undefined;

/** The map runs of an execution, live while they run, and the execution with their items in its Maps. */
export const useMapRuns = (
  tree: ExecutionTree,
  chosen: Readonly<Record<string, number>>,
): { whole: ExecutionTree; mapRuns: ReadonlyMap<string, MapRunCounts> } => {
  const pace = usePace(1000, 5000);
  const seen = useRef(new Map<string, Map<string, Item>>());
  const maps = tree.visits.filter(({ mapRunArn }) => mapRunArn !== undefined);
  const told = useQueries({
    queries: maps.map(({ mapRunArn = '' }) => ({
      queryKey: ['map-run-sample', mapRunArn, tree.redrivenAt.length],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Told> => {
        const run = await readMapRun(mapRunArn, signal);
        // Express child executions are in no list; then the counts stand alone.
        const sample = await readSample(run, signal).catch(() => []);
        const known = seen.current.get(mapRunArn) ?? new Map<string, Item>();
        seen.current.set(mapRunArn, known);
        const items = numbered(known, sample);
        for (const item of items) known.set(item.arn, item);
        return { run, items: inOrder(items, run.total) };
      },
      staleTime: 30_000,
      refetchInterval: ({ state }: { state: { data?: Told } }) =>
        state.data && hasEnded(state.data.run) ? (false as const) : pace,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  const looked = maps.map(({ path, mapRunArn = '' }, at) => {
    const number = chosen[path] ?? firstToSee((told[at]?.items ?? []).map(branchOf));
    // One that is looked at stays, though the sample has others by now.
    const child = [...(seen.current.get(mapRunArn)?.values() ?? [])].find((item) => item.number === number);
    return { number, child };
  });
  const trees = useQueries({
    queries: looked.map(({ child }) => ({
      queryKey: ['child-tree', child?.arn, child?.standing],
      queryFn: ({ signal }: { signal: AbortSignal }) => readTree({ arn: child?.arn ?? '' }, undefined, 1, signal),
      enabled: child !== undefined,
      staleTime: 30_000,
      refetchInterval: child && !hasEnded(child) ? pace : (false as const),
    })),
    combine: (results) => results.map(({ data }) => data?.tree),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at follows from the others
  return useMemo(() => {
    const samples = new Map<string, Sample>();
    const mapRuns = new Map<string, MapRunCounts>();
    for (const [at, { mapRunArn = '' }] of maps.entries()) {
      const known = told[at];
      if (!known) continue;
      const opened = trees[at];
      const { number } = looked[at] ?? { number: 0 };
      samples.set(mapRunArn, { items: known.items, ...(opened && { opened: { number, tree: opened } }) });
      mapRuns.set(mapRunArn, { counts: known.run.counts, total: known.run.total });
    }
    return { whole: withMapRuns(tree, samples), mapRuns };
  }, [tree, told, trees]);
};
