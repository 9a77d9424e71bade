/** A conversation as a tab knows it. `last` is the number of the last message that it was told. */
export type Session = { id: string; token: string; expiresAt: string; socket: string; last: number };

/** A question that was not accepted yet. Where it was refused it waits for its author. */
export type Waiting = { id: string; text: string; refused?: string };

/** What a tab keeps over page changes, in one language. */
export type Kept = {
  session?: Session;
  waiting: Waiting[];
  /** Whether the panel stands open over the page. */
  open: boolean;
  /** Turns that were judged, and that were put aside. */
  judged: number[];
  aside: number[];
  /** Somebody, or an answer, is still to come: it outlives the tab. */
  lasting?: boolean;
};

export type Keeper = { kept: Kept; save: () => void; clear: () => void };

const nothing = (): Kept => ({ waiting: [], open: false, judged: [], aside: [] });

/** What is kept under a name: by the tab, else by the browser for whoever comes back. Throws where pages may keep nothing. */
export const keptUnder = (name: string): string | null => sessionStorage.getItem(name) ?? localStorage.getItem(name);

/** Reads what is kept under a name. A browser that keeps nothing for pages loses it with the page, no more. */
export const keeper = (name: string): Keeper => {
  const kept = nothing();
  try {
    Object.assign(kept, JSON.parse(keptUnder(name) ?? '{}'));
  } catch {
    // Not allowed, or not ours: begin anew.
  }
  let lasts = kept.lasting;
  const save = (): void => {
    try {
      if (kept.lasting) localStorage.setItem(name, JSON.stringify({ ...kept, open: false }));
      // Another tab may have kept its own.
      else if (lasts) localStorage.removeItem(name);
      lasts = kept.lasting;
      if (kept.session || kept.waiting.length > 0 || kept.open) sessionStorage.setItem(name, JSON.stringify(kept));
      else sessionStorage.removeItem(name);
    } catch {
      // Not allowed, or full.
    }
  };
  const clear = (): void => {
    Object.assign(kept, { ...nothing(), session: undefined, lasting: undefined, open: kept.open });
    save();
  };
  return { kept, save, clear };
};
