/** What became of one recorded answer. */
export type Outcome = { id: string; passed: boolean; expected: string; actual: string; kind?: string };

/** A count of its own within a suite: what passed of what was recorded. */
export type Gate = { name: string; outcomes: readonly Outcome[] };

export type SuiteOptions = {
  /** An AWS endpoint to hold against the recordings in place of a runtime of our own. */
  endpoint?: string | undefined;
  /** Whether a case is run; all are, without it. */
  wanted?: ((recorded: { id: string; kind?: string }) => boolean) | undefined;
};

export type Suite = {
  /** The recordings' file below `../shared/conformance`. */
  file: string;
  run(file: string, options: SuiteOptions): Promise<Gate[]> | Gate[];
};
