import { useSyncExternalStore } from 'react';

/** Which elements of lists are open, by their field: `credits.2`. */
export const createOpened = () => {
  let open: ReadonlySet<string> = new Set();
  const listeners = new Set<() => void>();
  const put = (next: ReadonlySet<string>): void => {
    open = next;
    for (const tell of listeners) tell();
  };
  return {
    has: (field: string): boolean => open.has(field),
    open: (fields: readonly string[]): void => put(new Set([...open, ...fields])),
    toggle: (field: string): void =>
      put(open.has(field) ? new Set([...open].filter((each) => each !== field)) : new Set([...open, field])),
    /** Places mean others where a list changes: all below it are shut, except for one. */
    shut: (list: string, except?: string): void =>
      put(new Set([...open].filter((each) => !each.startsWith(`${list}.`)).concat(except ?? []))),
    subscribe(tell: () => void): () => void {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
  };
};

export type Opened = ReturnType<typeof createOpened>;

export const useIsOpen = (opened: Opened, field: string): boolean =>
  useSyncExternalStore(opened.subscribe, () => opened.has(field));
