import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../app/session.tsx';
import { type Cost, costOf } from '../cost/cost-of.ts';
import { pricesOf } from '../cost/prices.ts';
import { useSystem } from '../system/use-system.ts';
import { type Reports, readReports } from './reports.ts';
import type { Execution } from './use-execution.ts';

/** What Lambda reports of the attempts of an execution that has ended. Reports arrive a moment after the end. */
export const useReports = ({ arn, tree, complete }: Execution): Reports | undefined =>
  useQuery({
    queryKey: ['reports', arn, tree?.endedAt],
    queryFn: ({ signal }) => (tree ? readReports(tree, signal) : new Map()),
    enabled: complete && tree?.endedAt !== undefined,
    staleTime: 60_000,
  }).data;

const bytesOf = ({ events }: Execution): number => events.reduce((sum, event) => sum + JSON.stringify(event).length, 0);

/** What an execution has cost at the list price of its region; undefined while it runs, and where no price is known. */
export const useCost = (execution: Execution, reports: Reports | undefined): Cost | undefined => {
  const { region } = useSession();
  const { tree, express } = execution;
  const { data: system } = useSystem();
  return useMemo(() => {
    const prices = pricesOf(region);
    if (!prices || !tree || tree.endedAt === undefined) return undefined;
    const names = new Map(system?.functions.map(({ name, physicalId }) => [physicalId, name]));
    const used = {
      tree,
      names,
      invoked: reports ?? new Map(),
      ...(express && { express: { logBytes: bytesOf(execution) } }),
    };
    return costOf(used, prices);
  }, [region, tree, reports, express, execution, system]);
};
