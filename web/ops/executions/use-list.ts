import { type HeldList, useHeldList } from '@marquee/ui/app/use-held.ts';
import { useRef, useState } from 'react';
import type { ListEntry } from './select-rows.ts';

/** The entry's own name, by which it is recognised when the list changes. */
export const entryKey = (entry: ListEntry): string =>
  entry.kind === 'row' ? entry.row.arn : `group ${entry.group.key}`;

/** Keeps the list's entries where they are while somebody points at them. */
export const useHeld = (entries: readonly ListEntry[]): HeldList<ListEntry> => useHeldList(entries, entryKey);

export type Selection = {
  chosen: ReadonlySet<string>;
  toggle: (arn: string, range?: boolean) => void;
  clear: () => void;
};

/** Rows that are ticked; with Shift, all from the one that was ticked before. */
export const useSelection = (entries: readonly ListEntry[]): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const toggle = (arn: string, range = false): void => {
    const next = new Set(chosen);
    const on = !next.has(arn);
    const rows = entries.flatMap((entry) => (entry.kind === 'row' ? entry.row.arn : []));
    const [one, other] = [rows.indexOf(arn), rows.indexOf(last.current ?? '')];
    const span = range && other >= 0 ? rows.slice(Math.min(one, other), Math.max(one, other) + 1) : [arn];
    for (const each of span) {
      if (on) next.add(each);
      else next.delete(each);
    }
    last.current = arn;
    setChosen(next);
  };
  return { chosen, toggle, clear: () => setChosen(new Set()) };
};
