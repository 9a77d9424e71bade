import { isTimeout } from './details.ts';
import type { Thread, VisitDraft } from './drafts.ts';
import type { Standing } from './model.ts';

/** How what is under way ends: `stopped` says that it was called off whatever had happened to it. */
type Ending = 'failed' | 'aborted' | 'stopped';

const standingOf = ({ failing, value: { type, error } }: VisitDraft, ending: Ending) => {
  if (ending === 'stopped') return 'aborted';
  if (isTimeout(error)) return 'timedout';
  return failing || type === 'Fail' ? 'failed' : ending;
};

/** Ends a state that is under way, and all within it: one with an error has failed, another ends as told. */
export const close = (visit: VisitDraft | undefined, at: number, ending: Ending): void => {
  if (!visit || visit.over) return;
  closeWithin(visit, at, ending === 'stopped' ? ending : 'aborted');
  const standing = standingOf(visit, ending);
  visit.settle(at, { standing });
  visit.over = true;
  visit.set({ standing });
};

/** Ends what is under way within a Map or a Parallel. */
export const closeWithin = (visit: VisitDraft, at: number, ending: Ending): void => {
  for (const thread of visit.threads.values()) {
    close(thread.current, at, ending);
    if (!thread.branch || thread.branch.endedAt !== undefined) continue;
    visit.branchOf(thread, { standing: branchStanding(thread), endedAt: at }, at);
  }
};

/** The error of a Map or a Parallel, which its events do not tell: its own, else that of the branch that failed last. */
export const errorWithin = ({ threads, value }: VisitDraft): { error?: string; cause?: string } => {
  const { error, cause } = value;
  if (error !== undefined) return { error, cause };
  const failed = [...threads.values()].flatMap(({ current }) =>
    current?.value.error !== undefined && current.value.exitedAt === undefined ? current : [],
  );
  const last = failed.toSorted((one, other) => (one.events.at(-1) ?? 0) - (other.events.at(-1) ?? 0)).at(-1)?.value;
  return { error: last?.error, cause: last?.cause };
};

/** How a branch of a Parallel stands, which no event tells: as its last state does. */
const branchStanding = ({ current }: Thread): Standing => {
  const standing = current?.value.standing ?? 'aborted';
  return current?.value.exitedAt === undefined ? standing : 'succeeded';
};

/** Begins again what had not succeeded, as a redrive does: a state that was left stays as it is. */
export const reopen = (visit: VisitDraft | undefined): void => {
  if (!visit || visit.value.exitedAt !== undefined) return;
  visit.over = false;
  visit.resumed = true;
  visit.failing = false;
  visit.calledOff = false;
  visit.set({ standing: 'waiting', error: undefined, cause: undefined });
  for (const thread of visit.threads.values()) {
    if (thread.branch?.standing === 'succeeded') continue;
    thread.resumed = true;
    reopen(thread.current);
    if (thread.branch) visit.branchOf(thread, { standing: 'waiting', endedAt: undefined }, thread.branch.startedAt);
  }
};

/**
 * The line of states that a `…StateAborted` event is on, and its state called off. The event follows what failed and names
 * nothing: it is about the first state of its type that is under way beside or within what failed.
 */
export const abortedIn = (from: Thread, type: string, id: number, at: number): Thread => {
  const isMeant = (visit: VisitDraft) =>
    visit.value.type === type && !visit.calledOff && (!visit.over || visit.thread === from);
  const visit = around(from, isMeant);
  if (!visit) return from;
  visit.note(id);
  visit.calledOff = true;
  close(visit, at, 'aborted');
  return visit.thread;
};

/** The Map that an iteration was called off of, because something beside it or around it failed. */
export const mapAround = (from: Thread, name: string | undefined, index: number): VisitDraft | undefined =>
  around(from, ({ value, threads }) => {
    const standing = threads.get(index)?.branch?.standing;
    return value.name === name && (standing === 'running' || standing === 'waiting');
  });

/** The nearest state not left yet that `fits`: on the same line, then beside it, then around, inner ones first. */
const around = (from: Thread, fits: (visit: VisitDraft) => boolean): VisitDraft | undefined => {
  const passed = new Set<VisitDraft>();
  const within = (visit: VisitDraft | undefined): VisitDraft | undefined => {
    if (!visit || passed.has(visit) || visit.value.exitedAt !== undefined) return undefined;
    passed.add(visit);
    for (const thread of visit.threads.values()) {
      const inner = within(thread.current);
      if (inner) return inner;
    }
    return fits(visit) ? visit : undefined;
  };
  for (let thread: Thread | undefined = from; thread; thread = thread.owner?.thread) {
    const visit = within(thread.current);
    if (visit) return visit;
    for (const beside of thread.owner?.threads.values() ?? []) {
      const other = within(beside.current);
      if (other) return other;
    }
  }
  return undefined;
};
