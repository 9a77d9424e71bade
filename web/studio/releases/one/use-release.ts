import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/call.ts';
import type { Release, ReleaseDetails } from '../../api/releases.ts';
import { useReleasesApi } from '../../api/use-releases.ts';
import { detailsOf, sameDetails } from '../model/standing.ts';
import { usePutRelease, useReleaseQuery } from '../use-releases.ts';

/** Milliseconds after the last change at which it is kept. */
const PAUSE = 500;

export type Saving = 'saved' | 'saving' | { failed: string } | { theirs: Release };

/** A release as it is being written: kept by itself, never over what somebody else kept meanwhile. */
export const useRelease = (releaseId: string) => {
  const api = useReleasesApi();
  const put = usePutRelease();
  const query = useReleaseQuery(releaseId);
  const [draft, setDraft] = useState<ReleaseDetails>();
  const [saving, setSaving] = useState<Saving>('saved');
  const release = query.data;
  const version = useRef(0);
  const latest = useRef(draft);
  latest.current = draft;
  const underWay = useRef<Promise<void>>(Promise.resolve());

  // What others keep is shown until one writes oneself.
  useEffect(() => {
    if (release && latest.current === undefined) version.current = release.version;
  }, [release]);

  const save = useCallback(
    async (details: ReleaseDetails): Promise<void> => {
      setSaving('saving');
      try {
        const kept = await api.save(releaseId, details, version.current);
        version.current = kept.version;
        put(kept);
        if (latest.current && sameDetails(latest.current, details)) {
          latest.current = undefined;
          setDraft(undefined);
        }
        setSaving('saved');
      } catch (error) {
        if (error instanceof ApiError && error.status === 412) setSaving({ theirs: await api.show(releaseId) });
        else setSaving({ failed: error instanceof Error ? error.message : String(error) });
      }
    },
    [api, releaseId, put],
  );

  /** One after the other: each says which version it changes. */
  const keepNow = useCallback((): Promise<void> => {
    underWay.current = underWay.current.then(async () => {
      if (latest.current) await save(latest.current);
    });
    return underWay.current;
  }, [save]);

  useEffect(() => {
    if (draft === undefined || typeof saving === 'object') return;
    const timer = setTimeout(() => void keepNow(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, keepNow, saving]);

  // Whoever leaves has written it all the same.
  useEffect(() => () => void (latest.current && save(latest.current)), [save]);

  return {
    ...query,
    release,
    details: draft ?? (release && detailsOf(release)),
    saving: draft !== undefined && saving === 'saved' ? ('saving' as const) : saving,
    write(change: Partial<ReleaseDetails>): void {
      setSaving((before) => (typeof before === 'object' && 'theirs' in before ? before : 'saved'));
      const base = latest.current ?? (release && detailsOf(release));
      if (!base) return;
      latest.current = { ...base, ...change };
      setDraft(latest.current);
    },
    /** After a conflict: what was written here is kept over theirs. */
    keepMine(theirs: Release): void {
      version.current = theirs.version;
      void keepNow();
    },
    takeTheirs(theirs: Release): void {
      version.current = theirs.version;
      latest.current = undefined;
      setDraft(undefined);
      setSaving('saved');
      put(theirs);
    },
    again: (): void => void keepNow(),
    /** Keeps what is written, then acts; answers whether it was kept. */
    async settled(): Promise<boolean> {
      await keepNow();
      return latest.current === undefined;
    },
    put(next: Release): void {
      version.current = next.version;
      put(next);
    },
  };
};

export type UsedRelease = ReturnType<typeof useRelease>;
