import { useEffect, useState } from 'react';
import type { System } from '../system/system.ts';
import type { Period } from './period.ts';
import type { RowLoader } from './row-loader.ts';
import type { RowStore } from './row-store.ts';
import { type Found, search } from './search.ts';

export type Searching = { found?: Found; error?: unknown; finished: boolean };

/** Looks texts up in the logs of a period, and brings the executions that are not in the list yet. */
export const useSearch = (
  texts: readonly string[],
  system: System | undefined,
  { from, to }: Period,
  store: RowStore,
  loader: RowLoader | undefined,
): Searching | undefined => {
  const wanted = JSON.stringify(texts);
  const [searching, setSearching] = useState<Searching>({ finished: false });
  useEffect(() => {
    const sought = JSON.parse(wanted) as string[];
    if (sought.length === 0 || !system || !loader) return;
    const aborting = new AbortController();
    const { signal } = aborting;
    const run = async (): Promise<void> => {
      setSearching({ finished: false });
      const asked = new Set<string>();
      for await (const found of search(sought, system.workflows, { from, ...(to && { to }) }, signal)) {
        setSearching({ found, finished: found.done === found.of });
        const unknown = [...found.arns].filter(
          (arn) => !asked.has(arn) && store.get(arn) === undefined && arn.includes(':execution:'),
        );
        for (const arn of unknown) asked.add(arn);
        await Promise.all(unknown.map((arn) => loader.describe(arn, signal)));
      }
    };
    run().catch((error: unknown) => signal.aborted || setSearching({ error, finished: true }));
    return () => aborting.abort();
  }, [wanted, system, from, to, store, loader]);
  return texts.length === 0 ? undefined : searching;
};
