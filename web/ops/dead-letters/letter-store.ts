import type { Outcome } from './act.ts';
import type { Letter } from './letter.ts';

/** A letter that was seen, with what was done to it. */
export type Shown = { letter: Letter; busy: boolean; outcome?: Outcome };

/** What the page knows of dead letters. Those that were worked on stay until the page goes, whether their message is there or not. */
export class LetterStore {
  #shown: ReadonlyMap<string, Shown> = new Map();
  readonly #listeners = new Set<() => void>();

  all = (): ReadonlyMap<string, Shown> => this.#shown;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Takes what a queue had just now, wholly read or not: of what is no longer in it, only what was worked on stays. */
  take(queueUrl: string, letters: readonly Letter[], whole: boolean): void {
    const next = new Map(this.#shown);
    const here = new Set(letters.map(({ id }) => id));
    for (const [id, { letter, outcome, busy }] of next)
      if (whole && letter.queue.url === queueUrl && !here.has(id) && !outcome && !busy) next.delete(id);
    for (const letter of letters) next.set(letter.id, { busy: false, ...next.get(letter.id), letter });
    this.#set(next);
  }

  busy(ids: readonly string[]): void {
    const next = new Map(this.#shown);
    for (const id of ids) {
      const shown = next.get(id);
      if (shown) next.set(id, { letter: shown.letter, busy: true });
    }
    this.#set(next);
  }

  settle = (id: string, outcome: Outcome): void => {
    const shown = this.#shown.get(id);
    if (shown) this.#set(new Map(this.#shown).set(id, { letter: shown.letter, busy: false, outcome }));
  };

  /** Takes rows away whose message is gone. */
  clearGone(): void {
    this.#set(new Map([...this.#shown].filter(([, { outcome }]) => !outcome?.gone)));
  }

  #set(next: ReadonlyMap<string, Shown>): void {
    this.#shown = next;
    for (const listener of this.#listeners) listener();
  }
}

/** One for the page, so that outcomes stay where somebody looks at an execution and comes back. */
export const LETTERS = new LetterStore();
