import type { Block, Definition } from '../language/definition.ts';
import { isDistributed } from '../language/validate-map.ts';
import { labelOf } from '../map-runs/arns.ts';
import type { MachineRow } from '../store/machines.ts';

/** The definition's text of what a Distributed Map state does with each item, by the state's label. */
export const labelledProcessor = ({ arn, definition }: MachineRow, label: string): string | undefined => {
  const found = (block: Block | undefined): Block | undefined => {
    for (const [name, state] of Object.entries(block?.States ?? {})) {
      const processor = state.ItemProcessor ?? state.Iterator;
      if (isDistributed(processor) && labelOf(arn, name, state) === label) return processor;
      for (const inner of [...(state.Branches ?? []), processor]) {
        const nested = found(inner);
        if (nested) return nested;
      }
    }
    return undefined;
  };
  const processor = found(JSON.parse(definition) as Definition);
  return processor && JSON.stringify(processor);
};
