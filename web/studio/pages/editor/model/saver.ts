import { ApiError, OfflineError } from '../../../api/call.ts';
import type { Data, ItemWithData } from '../../../api/content.ts';
import type { Draft } from './draft.ts';
import type { Work } from './kept.ts';
import { type Conflict, decided, merge } from './merge.ts';
import { type Path, same } from './paths.ts';

/** Milliseconds after the last stroke at which it is kept, and before what failed is tried again. */
export const [PAUSE, AGAIN] = [800, 5_000];

/** What the API has. */
export type Known = { version: number; data: Data };

export type Saving =
  | { is: 'saved' }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'offline' }
  /** Tried again by itself where `again`; else after the next change. */
  | { is: 'failed'; why: string; field?: string; again: boolean }
  | { is: 'conflict'; by: string; conflicts: readonly Conflict[]; theirs: Known };

/** What others wrote meanwhile and was taken up. */
export type Taken = { by: string; paths: readonly Path[] };

type Deps = {
  draft: Draft;
  save: (data: Data, version: number) => Promise<ItemWithData>;
  /** The data as the API takes it. */
  whole: (data: Data) => Data;
  keep: (work: Omit<Work, 'at'>) => void;
  forget: () => void;
  told: (saving: Saving) => void;
  took: (taken: Taken) => void;
  saved: (item: ItemWithData) => void;
  /** Calls back once after so many milliseconds; answers what calls it off. */
  after: (milliseconds: number, run: () => void) => () => void;
};

/** Keeps a draft by itself: one save after the other, each of the version that it began from, and never over what others kept. */
export const createSaver = (first: Known, deps: Deps) => {
  const { draft } = deps;
  let known = first;
  let saving: Saving = { is: 'saved' };
  let underWay: Promise<void> | undefined;
  let cancel = (): void => undefined;

  const tell = (next: Saving): void => {
    saving = next;
    deps.told(next);
  };
  const isDirty = (): boolean => !same(deps.whole(draft.get()), known.data);
  const later = (milliseconds: number): void => {
    cancel();
    cancel = deps.after(milliseconds, () => void flush());
  };

  /** Puts what others kept under what was written here. */
  const takeUp = (theirs: Known, by: string): void => {
    const base = known.data;
    const rebase = (data: Data): Data => (merge(base, data, theirs.data).data ?? {}) as Data;
    const { conflicts, taken } = merge(base, draft.get(), theirs.data);
    if (conflicts.length > 0) {
      cancel();
      tell({ is: 'conflict', by, conflicts, theirs });
      return;
    }
    known = theirs;
    draft.take(rebase(draft.get()), rebase);
    if (taken.length > 0) deps.took({ by, paths: taken });
  };

  const failed = async (error: unknown): Promise<void> => {
    if (error instanceof OfflineError) {
      tell({ is: 'offline' });
      later(AGAIN);
      return;
    }
    if (error instanceof ApiError && error.status === 412) {
      const { current } = error.details as { current?: { version?: number; by?: string; data?: Data } };
      if (current?.data && typeof current.version === 'number') {
        takeUp({ version: current.version, data: current.data }, current.by ?? '');
        if (saving.is !== 'conflict') await send();
        return;
      }
    }
    const again = !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
    const why = error instanceof Error ? error.message : String(error);
    tell({ is: 'failed', why, again, ...(error instanceof ApiError && error.field ? { field: error.field } : {}) });
    if (again) later(AGAIN);
  };

  const send = async (): Promise<void> => {
    const data = deps.whole(draft.get());
    if (same(data, known.data)) {
      finish();
      return;
    }
    tell({ is: 'saving' });
    try {
      const item = await deps.save(data, known.version);
      known = { version: item.version, data };
      deps.saved(item);
      finish();
    } catch (error) {
      await failed(error);
    }
  };

  const finish = (): void => {
    // What is not whole yet the API does not take: it stays in this browser.
    if (same(draft.get(), known.data)) deps.forget();
    else deps.keep({ version: known.version, base: known.data, data: draft.get() });
    if (isDirty()) {
      tell({ is: 'waiting' });
      later(PAUSE);
    } else tell({ is: 'saved' });
  };

  const flush = async (): Promise<void> => {
    cancel();
    if (saving.is === 'conflict') return;
    if (underWay) {
      await underWay;
      if (!isDirty() || isConflict()) return;
    }
    underWay = send().finally(() => {
      underWay = undefined;
    });
    await underWay;
  };
  const isConflict = (): boolean => saving.is === 'conflict';

  return {
    known: (): Known => known,
    saving: (): Saving => saving,
    isDirty,
    /** Goes on from work that began at an earlier version: what came since is put under it when it is saved. */
    startFrom(base: Known): void {
      known = base;
    },
    /** Something was written. */
    changed(): void {
      deps.keep({ version: known.version, base: known.data, data: draft.get() });
      if (saving.is === 'conflict') return;
      if (saving.is !== 'saving' && saving.is !== 'offline') tell({ is: 'waiting' });
      later(PAUSE);
    },
    /** Keeps it now; resolves when that has been tried. */
    flush,
    /** Somebody else's version was seen. */
    seen(theirs: Known, by: string): void {
      if (underWay || saving.is === 'conflict' || theirs.version <= known.version) return;
      takeUp(theirs, by);
      if (!isConflict()) finish();
    },
    /** After a conflict: what was decided of each field, kept over their version. */
    async decide(decisions: readonly { path: Path; value: unknown }[]): Promise<void> {
      if (saving.is !== 'conflict') return;
      const { theirs } = saving;
      const base = known.data;
      const rebase = (data: Data): Data => (decided(merge(base, data, theirs.data).data, decisions) ?? {}) as Data;
      known = theirs;
      draft.take(rebase(draft.get()), (data) => (merge(base, data, theirs.data).data ?? {}) as Data);
      deps.keep({ version: known.version, base: known.data, data: draft.get() });
      tell({ is: 'waiting' });
      await flush();
    },
    stop: (): void => cancel(),
  };
};

export type Saver = ReturnType<typeof createSaver>;
