import { useCallback, useMemo, useRef, useState } from 'react';

export type HeldList<Entry> = {
  entries: readonly Entry[];
  /** Entries that wait until nobody points at the list. */
  held: number;
  hold: () => void;
  release: () => void;
};

/** Keeps entries where they are while somebody points at them: what is new waits, what changes is shown in its place. */
export const useHeldList = <Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): HeldList<Entry> => {
  const [order, setOrder] = useState<readonly string[]>();
  const latest = useRef(entries);
  latest.current = entries;
  const hold = useCallback(() => setOrder((held) => held ?? latest.current.map(keyOf)), [keyOf]);
  const release = useCallback(() => setOrder(undefined), []);
  return useMemo(() => {
    if (order === undefined) return { entries, held: 0, hold, release };
    const now = new Map(entries.map((entry) => [keyOf(entry), entry]));
    const kept = order.flatMap((key) => now.get(key) ?? []);
    return { entries: kept, held: entries.length - kept.length, hold, release };
  }, [entries, order, keyOf, hold, release]);
};
