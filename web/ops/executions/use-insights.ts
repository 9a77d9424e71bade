import { useEffect, useRef, useState } from 'react';
import { useSession } from '../app/session.tsx';
import type { System } from '../system/system.ts';
import type { Insight } from './insight.ts';
import { readInsight } from './read-insight.ts';
import { isEnded, type Row } from './row.ts';

/** Histories that are read at once, behind all else. */
const AT_ONCE = 3;

/** How often one that runs is read again, in milliseconds. */
const AGAIN = 2500;

/** What the histories of the rows that are seen tell, read one after the other; those that ended are read once. */
export const useInsights = (seen: readonly Row[], system: System | undefined): ReadonlyMap<string, Insight> => {
  const { region } = useSession();
  const [insights, setInsights] = useState<ReadonlyMap<string, Insight>>(new Map());
  const asked = useRef(new Map<string, { ended: boolean; redrives: number; at: number }>());
  useEffect(() => {
    if (!system) return;
    const aborting = new AbortController();
    const waiting = seen.filter((row) => {
      const before = asked.current.get(row.arn);
      if (!before) return true;
      if (before.redrives !== row.redriveCount) return true;
      return !before.ended && (isEnded(row) || Date.now() - before.at > AGAIN);
    });
    const next = async (): Promise<void> => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        if (aborting.signal.aborted) return;
        const { arn } = row;
        try {
          const insight = await readInsight(row, system, region, aborting.signal);
          asked.current.set(arn, { ended: isEnded(row), redrives: row.redriveCount, at: Date.now() });
          if (insight) setInsights((known) => new Map(known).set(arn, insight));
        } catch {
          // The columns stay empty; the list itself says when AWS does not answer.
        }
      }
    };
    for (let count = 0; count < AT_ONCE; count += 1) void next();
    return () => aborting.abort();
  }, [seen, system, region]);
  return insights;
};
