type State = { Branches?: Block[]; ItemProcessor?: Block; Iterator?: Block };
type Block = { StartAt?: string; States?: Record<string, State> };

/** The first state of each branch of each Parallel, by the Parallel's name. */
export type Openings = ReadonlyMap<string, readonly string[]>;

/** Reads from a definition where the branches of its Parallels begin; of what is no definition, nothing. */
export const openingsOf = (definition: string | undefined): Openings => {
  const openings = new Map<string, string[]>();
  const read = (block: Block | undefined): void => {
    for (const [name, { Branches, ItemProcessor, Iterator }] of Object.entries(block?.States ?? {})) {
      if (Branches)
        openings.set(
          name,
          Branches.map(({ StartAt = '' }) => StartAt),
        );
      for (const inner of Branches ?? []) read(inner);
      read(ItemProcessor ?? Iterator);
    }
  };
  try {
    read(JSON.parse(definition ?? '{}') as Block);
  } catch {
    openings.clear();
  }
  return openings;
};
