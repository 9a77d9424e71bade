import type { Data } from '../../../api/content.ts';
import { fieldOf, type Path, same, valueAt, withValue } from './paths.ts';

/** Strokes on one field within this many milliseconds are one step to take back. */
const ONE_STEP = 1_000;
/** Steps that can be taken back. */
const MOST_STEPS = 200;

type Step = { data: Data; path: Path };

type Deps = { now: () => number };

/** An item's data while it is written: what each field shows, with every step to take back. */
export const createDraft = (first: Data, { now }: Deps) => {
  let data = first;
  let undone: Step[] = [];
  let done: Step[] = [];
  let last = { field: '', at: 0 };
  const listeners = new Set<() => void>();
  const put = (next: Data): void => {
    if (next === data) return;
    data = next;
    for (const tell of listeners) tell();
  };
  const step = (from: Step[], to: Step[]): Path | undefined => {
    const found = from.pop();
    if (!found) return undefined;
    to.push({ data, path: found.path });
    last = { field: '', at: 0 };
    put(found.data);
    return found.path;
  };

  return {
    get: (): Data => data,
    valueAt: (path: Path): unknown => valueAt(data, path),
    subscribe(tell: () => void): () => void {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    /** Writes a field; `undefined` empties it. */
    set(path: Path, value: unknown): void {
      if (same(valueAt(data, path), value)) return;
      const field = fieldOf(path);
      const goesOn = field === last.field && now() - last.at < ONE_STEP && typeof value === 'string';
      if (!goesOn) done = [...done, { data, path }].slice(-MOST_STEPS);
      undone = [];
      last = { field, at: now() };
      put((withValue(data, path, value) ?? {}) as Data);
    },
    /** Puts other data in its place, as a step to take back. */
    replace(next: Data): void {
      if (same(next, data)) return;
      done = [...done, { data, path: [] }].slice(-MOST_STEPS);
      undone = [];
      last = { field: '', at: 0 };
      put(next);
    },
    /** Takes up what somebody else kept: each step to take back is told by `rebase` what it would be with it. */
    take(next: Data, rebase: (data: Data) => Data): void {
      done = done.map((each) => ({ ...each, data: rebase(each.data) }));
      undone = undone.map((each) => ({ ...each, data: rebase(each.data) }));
      put(next);
    },
    /** Takes the last step back; answers where it was. */
    undo: (): Path | undefined => step(done, undone),
    redo: (): Path | undefined => step(undone, done),
    canUndo: (): boolean => done.length > 0,
    canRedo: (): boolean => undone.length > 0,
  };
};

export type Draft = ReturnType<typeof createDraft>;
