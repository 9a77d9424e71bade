/** What became of one recorded case. */
export type Outcome = { id: string; passed: boolean; expected: string; actual: string };

export type Suite = {
  /** The recordings' file below `../shared/conformance`. */
  file: string;
  run(file: string): Outcome[];
};
