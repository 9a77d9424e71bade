import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { usePace } from '../app/session.tsx';
import { NoSessionError } from '../aws/call.ts';
import type { System } from '../system/system.ts';
import type { Period } from './period.ts';
import type { Row } from './row.ts';
import { type Progress, RowLoader } from './row-loader.ts';
import { RowStore } from './row-store.ts';

export type Rows = { rows: readonly Row[]; store: RowStore; loader: RowLoader | undefined; progress: Progress };

const BEGIN: Progress = { loading: true, capped: false, at: 0 };

/** The executions of a period, kept up to date while `live` and while the page is seen. */
export const useRows = (system: System | undefined, { from, to }: Period, live: boolean): Rows => {
  const pace = usePace(1500, 6000);
  const [progress, setProgress] = useState(BEGIN);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another period or stage begins with nothing
  const store = useMemo(() => new RowStore(), [from, to, system]);
  const loader = useMemo(
    () => system && new RowLoader(system.workflows, store, { from, ...(to && { to }) }, setProgress),
    [system, store, from, to],
  );
  useEffect(() => {
    if (!loader) return;
    setProgress(BEGIN);
    void loader.load();
    return () => loader.stop();
  }, [loader]);
  useEffect(() => {
    if (!loader || !live || progress.loading || to !== undefined) return;
    if (progress.error instanceof NoSessionError) return;
    let timer: ReturnType<typeof setTimeout>;
    const next = (): void => {
      timer = setTimeout(() => {
        if (document.hidden) next();
        else void loader.refresh().then(next);
      }, pace);
    };
    next();
    return () => clearTimeout(timer);
  }, [loader, live, progress.loading, progress.error, pace, to]);
  const rows = useSyncExternalStore(store.subscribe, store.rows);
  return { rows, store, loader, progress };
};
