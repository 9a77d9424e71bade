import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/call.ts';

/** Milliseconds after the last change at which it is kept. */
const PAUSE = 600;

/** How what is written stands; `theirs` is what somebody else (`by`) kept meanwhile. */
export type Saving<Whole> = 'saved' | 'saving' | { failed: string } | { theirs: Whole; by: string };

export type Written<Whole, Details> = {
  details: Details | undefined;
  saving: Saving<Whole>;
  write: (change: Partial<Details>) => void;
  again: () => void;
  /** After a conflict: what was written here is kept over theirs. */
  keepMine: (theirs: Whole) => void;
  takeTheirs: (theirs: Whole) => void;
  /** Keeps what is written; answers whether all of it is kept. */
  settled: () => Promise<boolean>;
};

type Options<Whole, Details> = {
  /** As it is kept; undefined until it has been read. */
  kept: Whole | undefined;
  detailsOf: (whole: Whole) => Details;
  /** Keeps it, and puts what is kept in place. Throws an ApiError of status 412 where it is not at this version any more. */
  save: (details: Details, version: number) => Promise<{ version: number }>;
  show: () => Promise<Whole>;
  onTheirs: (theirs: Whole) => void;
};

/** What people say of a thing as they write it: kept by itself, one request after the other, and never over what somebody else kept meanwhile. */
export const useWritten = <Whole extends { version: number }, Details extends object>(
  options: Options<Whole, Details>,
): Written<Whole, Details> => {
  const { kept, detailsOf } = options;
  const [draft, setDraft] = useState<Details>();
  const [saving, setSaving] = useState<Saving<Whole>>('saved');
  const version = useRef(0);
  const latest = useRef<Details>(undefined);
  const underWay = useRef<Promise<void>>(Promise.resolve());
  const now = useRef(options);
  now.current = options;

  // What others keep is shown until one writes oneself.
  useEffect(() => {
    if (kept && latest.current === undefined) version.current = kept.version;
  }, [kept]);

  const take = useCallback((details: Details | undefined): void => {
    latest.current = details;
    setDraft(details);
  }, []);

  const save = useCallback(
    async (details: Details): Promise<void> => {
      setSaving('saving');
      try {
        version.current = (await now.current.save(details, version.current)).version;
        if (latest.current === details) take(undefined);
        setSaving('saved');
      } catch (error) {
        setSaving(await problemOf(error, now.current.show));
      }
    },
    [take],
  );

  const keepNow = useCallback((): Promise<void> => {
    underWay.current = underWay.current.then(async () => {
      if (latest.current) await save(latest.current);
    });
    return underWay.current;
  }, [save]);

  const isWrong = typeof saving === 'object';
  useEffect(() => {
    if (draft === undefined || isWrong) return;
    const timer = setTimeout(() => void keepNow(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, isWrong, keepNow]);

  // Whoever leaves has written it all the same; and what a lost network held up is sent when there is one.
  useEffect(() => {
    const keep = (): void => void keepNow();
    const moments = ['pagehide', 'online'] as const;
    for (const moment of moments) addEventListener(moment, keep);
    return () => {
      for (const moment of moments) removeEventListener(moment, keep);
      keep();
    };
  }, [keepNow]);

  const takeTheirs = (theirs: Whole): void => {
    version.current = theirs.version;
    take(undefined);
    setSaving('saved');
    options.onTheirs(theirs);
  };

  return {
    details: draft ?? (kept && detailsOf(kept)),
    saving: draft !== undefined && saving === 'saved' ? 'saving' : saving,
    write(change) {
      const base = latest.current ?? (kept && detailsOf(kept));
      if (!base) return;
      setSaving((before) => (typeof before === 'object' && 'theirs' in before ? before : 'saved'));
      take({ ...base, ...change });
    },
    again: () => void keepNow(),
    keepMine(theirs) {
      version.current = theirs.version;
      void keepNow();
    },
    takeTheirs,
    async settled() {
      await keepNow();
      return latest.current === undefined;
    },
  };
};

/** Why something was not kept; of a conflict, what is kept instead. */
const problemOf = async <Whole>(error: unknown, show: () => Promise<Whole>): Promise<Saving<Whole>> => {
  try {
    if (!(error instanceof ApiError) || error.status !== 412) throw error;
    const { by = '?' } = (error.details.current ?? {}) as { by?: string };
    return { theirs: await show(), by };
  } catch (reason) {
    return { failed: reason instanceof Error ? reason.message : String(reason) };
  }
};
