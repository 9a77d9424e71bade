import { references } from '../assembly/intrinsics.ts';
import type { Template } from '../assembly/read-assembly.ts';
import { ClosedError } from './errors.ts';
import { reasonOf } from './make-resource.ts';
import type { Workshop } from './state.ts';
import type { ResourceRow } from './store.ts';

type Removal = {
  stackId: string;
  rows: readonly ResourceRow[];
  template: Template;
  /** Logical ids of resources that are left as they are. */
  retain?: readonly string[];
};

/**
 * Removes resources, those made last first, and answers the logical ids of those that could not be. What a resource that
 * stays depends on stays too. Throws `ClosedError` where the runtime ends.
 */
export const removeResources = async (workshop: Workshop, removal: Removal): Promise<string[]> => {
  const { store, types, contextOf } = workshop;
  const { stackId, rows, template } = removal;
  const failed: string[] = [];
  const kept = new Set<string>();
  const needed = (logicalId: string): boolean => [...kept].some((id) => dependsOn(template, id).has(logicalId));
  for (const row of [...rows].reverse()) {
    const { logicalId, created } = row;
    if (workshop.closed()) throw new ClosedError();
    if (isGone(row)) continue;
    if (!created) {
      // It was never made: there is nothing to remove.
      store.setResource(stackId, row, { status: 'DELETE_COMPLETE' });
    } else if (isRetained(row, removal)) {
      store.setResource(stackId, row, { status: 'DELETE_SKIPPED' });
    } else if (needed(logicalId)) {
      kept.add(logicalId);
    } else {
      store.setResource(stackId, row, { status: 'DELETE_IN_PROGRESS' });
      try {
        const type = types().get(row.type);
        if (!type?.remove) throw new Error(irremovable(row));
        await type.remove(row.resource, created, contextOf(stackId));
        store.setResource(stackId, row, { status: 'DELETE_COMPLETE' });
      } catch (error) {
        store.setResource(stackId, row, { status: 'DELETE_FAILED', reason: reasonOf(error) });
        failed.push(logicalId);
        kept.add(logicalId);
      }
    }
  }
  return failed;
};

/** Writes down which resources are of a type that nothing can remove, before anything is lost; answers their logical ids. */
export const refuseIrremovable = ({ store, types }: Workshop, removal: Removal): string[] => {
  const stuck = removal.rows.filter(
    (row) => row.created && !isGone(row) && !isRetained(row, removal) && !types().get(row.type)?.remove,
  );
  for (const row of stuck) {
    store.setResource(removal.stackId, row, { status: 'DELETE_FAILED', reason: irremovable(row) });
  }
  return stuck.map(({ logicalId }) => logicalId);
};

const irremovable = ({ type }: ResourceRow): string =>
  `The embedded runtime cannot remove a resource of the type ${type}; keep it with RetainResources`;

const isGone = ({ status }: ResourceRow): boolean => status === 'DELETE_COMPLETE' || status === 'DELETE_SKIPPED';

const isRetained = ({ logicalId }: ResourceRow, { template, retain = [] }: Removal): boolean =>
  retain.includes(logicalId) || template.Resources[logicalId]?.DeletionPolicy === 'Retain';

const dependsOn = ({ Resources }: Template, logicalId: string): Set<string> => {
  const { Properties, DependsOn = [] } = Resources[logicalId] ?? {};
  return new Set([...references(Properties), ...[DependsOn].flat()]);
};
