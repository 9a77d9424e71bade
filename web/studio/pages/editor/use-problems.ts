import { useMemo } from 'react';
import type { Block } from './model/gate.ts';
import { fieldOf, pathOf } from './model/paths.ts';
import type { Saving } from './model/saver.ts';
import { useBlockWords } from './publish/gate-panel.tsx';

/** Of each field at fault what is wrong with it: what the API took offence at comes first. */
export const useFieldProblems = (blocks: readonly Block[] | undefined, saving: Saving): ReadonlyMap<string, string> => {
  const tell = useBlockWords();
  return useMemo(() => {
    const problems = new Map<string, string>();
    for (const block of blocks ?? []) {
      const field = fieldOf(block.path);
      const { says, remedy } = tell(block);
      if (!problems.has(field)) problems.set(field, remedy ? `${says}. ${remedy}` : says);
    }
    if (saving.is === 'failed' && saving.field) {
      const path = pathOf(saving.field);
      const why = saving.why.replace(`${saving.field}: `, '');
      problems.set(fieldOf(path), why);
      // The field that is written may be the one around it: a time for its `at`, a reference for its `ref`.
      if (path.length > 1) problems.set(fieldOf(path.slice(0, -1)), why);
    }
    return problems;
  }, [blocks, saving, tell]);
};
