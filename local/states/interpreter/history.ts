import type { Journal } from '../store/journal.ts';
import type { Line } from '../store/line.ts';

/** Where an execution's events go. */
export type History = {
  append(line: Line): void;
  flush(also?: () => void): void;
  /** Resolves when all that was appended is kept, together with what others have; undefined where nothing is kept. */
  kept(): Promise<void> | undefined;
};

/** The durable history of a Standard execution; `seen` also receives each public event. */
export const durableHistory = (journal: Journal, execution: number, seen?: (line: Line) => void): History => ({
  append(line) {
    journal.append(execution, line);
    if (line.sub === 0) seen?.(line);
  },
  flush: (also) => journal.flush(also),
  kept: () => journal.group(),
});

/** The history of an Express execution: nothing is kept of it but what `seen` does with it. */
export const passingHistory = (seen?: (line: Line) => void): History => ({
  append(line) {
    if (line.sub === 0) seen?.(line);
  },
  flush: (also) => also?.(),
  kept: () => undefined,
});
