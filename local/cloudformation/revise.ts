import { carryOut, failureOf, open, sourceOf, templateOf } from './carry-out.ts';
import { ClosedError } from './errors.ts';
import { removeResources } from './remove-resources.ts';
import type { Workshop } from './state.ts';
import type { Source, StackRow } from './store.ts';

/** Brings a stack to the source in its row, or back to the one before where that fails. */
export const update = async (workshop: Workshop, row: StackRow): Promise<void> => {
  const { store } = workshop;
  try {
    await carryOut(workshop, row, sourceOf(row));
  } catch (error) {
    if (error instanceof ClosedError) throw error;
    store.setStatus(row.id, 'UPDATE_ROLLBACK_IN_PROGRESS', failureOf('update', error));
    return await revert(workshop, store.find(row.id) ?? row);
  }
  store.setStatus(row.id, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  await cleanUp(workshop, store.find(row.id) ?? row);
};

/** Brings a stack back to what it was before an update. */
export const revert = async (workshop: Workshop, row: StackRow): Promise<void> => {
  const { store } = workshop;
  const before = JSON.parse(row.previous ?? 'null') as Source;
  try {
    await carryOut(workshop, row, before);
  } catch (error) {
    if (error instanceof ClosedError) throw error;
    return void store.setStatus(row.id, 'UPDATE_ROLLBACK_FAILED', failureOf('update', error));
  }
  store.setSource(row.id, before, sourceOf(row));
  store.setStatus(row.id, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', row.reason ?? undefined);
  await cleanUp(workshop, store.find(row.id) ?? row);
};

/** Removes what the stack no longer has. What cannot be removed is told by an event and left to the owner, as on AWS. */
export const cleanUp = async (workshop: Workshop, row: StackRow): Promise<void> => {
  const { store } = workshop;
  const wanted = new Set(open(workshop, row, sourceOf(row)).ordered.map(([logicalId]) => logicalId));
  const gone = store.resources(row.id).filter(({ logicalId }) => !wanted.has(logicalId));
  const rows = [...gone, ...store.replaced(row.id)];
  const before = JSON.parse(row.previous ?? 'null') as Source | null;
  const template = templateOf(before?.template ?? row.template);
  await removeResources(workshop, { stackId: row.id, rows, template });
  for (const each of rows) store.forget(each);
  store.setStatus(row.id, row.status.replace('_CLEANUP_IN_PROGRESS', ''), row.reason ?? undefined);
};
