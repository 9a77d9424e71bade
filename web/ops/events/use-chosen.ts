import { useCallback, useRef, useState } from 'react';

export type Chosen = {
  keys: ReadonlySet<string>;
  toggle: (key: string, range?: boolean) => void;
  clear: () => void;
};

/** Rows that are ticked, by their keys; with Shift, all from the one that was ticked before. `order` is the list as it stands. */
export const useChosen = (order: () => readonly string[]): Chosen => {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const latest = useRef(order);
  latest.current = order;
  const toggle = useCallback((key: string, range = false): void => {
    setKeys((before) => {
      const next = new Set(before);
      const on = !next.has(key);
      const all = range ? latest.current() : [];
      const [one, other] = [all.indexOf(key), all.indexOf(last.current ?? '')];
      const span = one >= 0 && other >= 0 ? all.slice(Math.min(one, other), Math.max(one, other) + 1) : [key];
      for (const each of span) {
        if (on) next.add(each);
        else next.delete(each);
      }
      return next;
    });
    // After the list of updates: the function above may run twice and has to give the same.
    queueMicrotask(() => {
      last.current = key;
    });
  }, []);
  return { keys, toggle, clear: useCallback(() => setKeys(new Set()), []) };
};
