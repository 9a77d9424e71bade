import { carryOut, failureOf, isSettled, notDeleted, open, sourceOf, templateOf } from './carry-out.ts';
import { ClosedError } from './errors.ts';
import { reasonOf } from './make-resource.ts';
import { refuseIrremovable, removeResources } from './remove-resources.ts';
import { cleanUp, revert, update } from './revise.ts';
import type { Workshop } from './state.ts';
import type { StackRow } from './store.ts';

export type Lifecycle = ReturnType<typeof createLifecycle>;

/** Carries stacks out, brings them up to date and takes them down, each step written down before it is done. */
export const createLifecycle = (options: Omit<Workshop, 'closed'>) => {
  let closed = false;
  const workshop: Workshop = { ...options, closed: () => closed };
  const { store, exports } = workshop;
  const working = new Set<Promise<void>>();

  const create = async (row: StackRow): Promise<void> => {
    try {
      await carryOut(workshop, row, sourceOf(row));
    } catch (error) {
      if (error instanceof ClosedError) throw error;
      const reason = failureOf('create', error);
      if (row.on_failure === 'DO_NOTHING') return void store.setStatus(row.id, 'CREATE_FAILED', reason);
      const [status, work] =
        row.on_failure === 'DELETE' ? (['DELETE', remove] as const) : (['ROLLBACK', rollBack] as const);
      const what = status === 'DELETE' ? 'Delete' : 'Rollback';
      store.setStatus(row.id, `${status}_IN_PROGRESS`, `${reason} ${what} requested by user.`);
      return await work(row);
    }
    store.setStatus(row.id, 'CREATE_COMPLETE');
  };

  const rollBack = async (row: StackRow): Promise<void> => {
    const reason = store.find(row.id)?.reason ?? undefined;
    const removal = { stackId: row.id, rows: store.resources(row.id), template: templateOf(row.template) };
    const failed = await removeResources(workshop, removal);
    exports.drop(row.id);
    if (failed.length === 0) store.setStatus(row.id, 'ROLLBACK_COMPLETE', reason);
    else store.setStatus(row.id, 'ROLLBACK_FAILED', notDeleted(failed));
  };

  const remove = async (row: StackRow, retain: readonly string[] = []): Promise<void> => {
    const needed = exports.neededOf(row.id);
    if (needed !== undefined) return void store.setStatus(row.id, 'DELETE_FAILED', needed);
    const rows = [...store.replaced(row.id), ...store.resources(row.id)];
    const removal = { stackId: row.id, rows, template: templateOf(row.template), retain };
    const stuck = refuseIrremovable(workshop, removal);
    const failed = stuck.length > 0 ? stuck : await removeResources(workshop, removal);
    if (failed.length > 0) return void store.setStatus(row.id, 'DELETE_FAILED', notDeleted(failed));
    exports.drop(row.id);
    store.setStatus(row.id, 'DELETE_COMPLETE');
  };

  /** Makes anew what a stack had when the process ended, without a word in its events. */
  const restore = async (row: StackRow): Promise<void> => {
    const stack = open(workshop, row, sourceOf(row));
    for (const [logicalId] of stack.ordered) {
      const known = store.resource(row.id, logicalId);
      if (!known?.created || /^DELETE_(COMPLETE|SKIPPED)$/.test(known.status)) continue;
      // An update that was under way starts again from what it found.
      const resource = isSettled(known) ? stack.resource(logicalId) : known.resource;
      const created = await workshop.types().get(known.type)?.create(resource, workshop.contextOf(row.id));
      if (!created) throw new Error(`there is no resource type ${known.type} any more`);
      store.refresh(known, resource, created);
      stack.made(logicalId, created);
    }
    exports.put(row, JSON.parse(row.outputs));
  };

  const goOn = async (row: StackRow): Promise<void> => {
    if (row.status === 'CREATE_IN_PROGRESS') await create(row);
    else if (row.status === 'ROLLBACK_IN_PROGRESS') await rollBack(row);
    else if (row.status === 'DELETE_IN_PROGRESS') await remove(row);
    else if (row.status === 'UPDATE_IN_PROGRESS') await update(workshop, row);
    else if (row.status === 'UPDATE_ROLLBACK_IN_PROGRESS') await revert(workshop, row);
    else if (row.status.endsWith('_CLEANUP_IN_PROGRESS')) await cleanUp(workshop, row);
  };

  /** Lets the caller of the API go; what goes wrong stands in the stack's status. */
  const inBackground = (row: StackRow, work: Promise<void>): void => {
    const failed = (error: unknown): void => {
      if (error instanceof ClosedError) return;
      const { status = row.status } = store.find(row.id) ?? {};
      store.setStatus(row.id, status.replace(/(_CLEANUP)?_IN_PROGRESS$/, '_FAILED'), reasonOf(error));
    };
    const guarded = work.catch(failed).finally(() => working.delete(guarded));
    working.add(guarded);
  };

  return {
    exports,
    create: (row: StackRow): void => inBackground(row, create(row)),
    remove: (row: StackRow, retain?: readonly string[]): void => inBackground(row, remove(row, retain)),
    update: (row: StackRow): void => inBackground(row, update(workshop, row)),
    /** Carries out again every stack that is there and goes on with what a crash interrupted; answers what could not be. */
    async restore(assembled: ReadonlyMap<string, string>): Promise<string[]> {
      const faults: string[] = [];
      exports.assembled(assembled);
      for (const row of store.all()) {
        try {
          if (row.status !== 'DELETE_COMPLETE') await restore(row);
          await goOn(row);
        } catch (error) {
          faults.push(`The stack ${row.name} could not be carried out again: ${reasonOf(error)}`);
        }
      }
      return faults;
    },
    /** Waits until nothing is under way. */
    settled: async (): Promise<void> => void (await Promise.all(working)),
    /** Stops between two resources; the next start goes on there. */
    async close(): Promise<void> {
      closed = true;
      await Promise.all(working);
    },
  };
};
