import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { failureOf } from './details.ts';
import { Thread, VisitDraft } from './drafts.ts';
import { abortedIn, close, closeWithin, errorWithin, mapAround, reopen } from './ending.ts';
import type { ExecutionTree } from './model.ts';
import { openingsOf } from './places.ts';
import { attemptEvent } from './task-events.ts';

export type Fold = {
  /** Adds events in the order of their ids; those that it has are passed over. */
  add(events: readonly HistoryEvent[]): void;
  /** The execution as far as it is told. A visit that has not changed since is the same object. */
  tree(): ExecutionTree;
};

const ENDED = { Succeeded: 'succeeded', Failed: 'failed', Aborted: 'aborted', TimedOut: 'timedout' } as const;
const OF_STATE = /^(Map|Parallel)(State(Started|Succeeded|Failed)|Run.*)$/;
const ITERATION = /^MapIteration(Started|Succeeded|Failed|Aborted)$/;
const EXECUTION = /^Execution(Succeeded|Failed|Aborted|TimedOut)$/;

/**
 * Folds a history into visits of states. Each event names the one before it on its own line of states, which tells where
 * it belongs; `definition`, where it is known, tells the numbers of a Parallel's branches, which no event does.
 */
export const createFold = (definition?: string): Fold => {
  const openings = openingsOf(definition);
  const root = new Thread(undefined, 0, {});
  const visits: VisitDraft[] = [];
  /** The line of states that each event is on, by its id. */
  const threads: (Thread | undefined)[] = [];
  /** The Parallel that an event has begun the branches of, by its id. */
  const begun = new Map<number, VisitDraft>();
  let execution: Omit<ExecutionTree, 'visits'> = { standing: 'running', startedAt: 0, redrivenAt: [] };
  let lastId = 0;

  const branchOf = (parallel: VisitDraft, first: string): Thread => {
    const known = openings.get(parallel.value.name)?.indexOf(first) ?? -1;
    const index = known < 0 ? parallel.threads.size : known;
    const thread = new Thread(parallel, index, parallel.value.variables);
    parallel.threads.set(index, thread);
    return thread;
  };

  const pathOf = ({ owner, index }: Thread, name: string): string => {
    if (!owner) return name;
    const { type, path } = owner.value;
    const isOneOfSeveral = type === 'Parallel' && openings.get(owner.value.name)?.length !== 1;
    return isOneOfSeveral ? `${path}/${index}/${name}` : `${path}/${name}`;
  };

  const enter = (event: HistoryEvent, id: number, at: number, before: Thread): Thread => {
    const { name = '', input } = event.stateEnteredEventDetails ?? {};
    const type = (event.type ?? '').replace('StateEntered', '');
    const parallel = begun.get(Number(event.previousEventId));
    const thread = parallel ? branchOf(parallel, name) : before;
    const path = pathOf(thread, name);
    const { current, owner, variables } = thread;
    if (current?.over)
      current.set({ next: { name, path, by: current.value.standing === 'caught' ? 'catch' : 'next' } });
    const standing = type === 'Wait' ? ('waiting' as const) : ('running' as const);
    const place = owner && { parent: owner.value.id, branch: thread.index };
    const visit = new VisitDraft(thread, { id, name, type, path, ...place, standing, enteredAt: at, input, variables });
    thread.current = visit;
    if (owner?.value.type === 'Parallel') owner.branchOf(thread, { standing: 'running', endedAt: undefined }, at);
    visits.push(visit);
    return thread;
  };

  const exit = (event: HistoryEvent, at: number, from: Thread): Thread => {
    const { name, output, assignedVariables = {} } = event.stateExitedEventDetails ?? {};
    const visit = from.climb((each) => !each.over && each.value.name === name);
    if (!visit) return from;
    closeWithin(visit, at, 'aborted');
    const retried = visit.attempts.length > 1 ? 'retried' : 'succeeded';
    visit.over = true;
    visit.set({ output, assigned: assignedVariables, exitedAt: at, standing: visit.failing ? 'caught' : retried });
    visit.thread.variables = { ...visit.thread.variables, ...assignedVariables };
    const { thread } = visit;
    if (thread.owner?.value.type === 'Parallel')
      thread.owner.branchOf(thread, { standing: 'succeeded', endedAt: at }, at);
    return thread;
  };

  const iteration = (event: HistoryEvent, id: number, at: number, from: Thread, how: string): Thread => {
    const details =
      event[`mapIteration${how as keyof typeof ENDED}EventDetails` as 'mapIterationStartedEventDetails'] ?? {};
    const { name, index = 0 } = details;
    const map =
      how === 'Aborted' ? mapAround(from, name, index) : from.climb((each) => !each.over && each.value.name === name);
    if (!map) return from;
    map.note(id);
    const known = map.threads.get(index);
    if (how === 'Started') {
      const thread = known?.resumed ? known : new Thread(map, index, map.value.variables);
      thread.resumed = false;
      map.threads.set(index, thread);
      map.branchOf(thread, { standing: 'running', endedAt: undefined }, at);
      return thread;
    }
    if (!known) return map.thread;
    // What is called off tells so before the states within it do: those are closed with the Map.
    if (how !== 'Aborted') close(known.current, at, 'failed');
    map.branchOf(known, { standing: ENDED[how as keyof typeof ENDED], endedAt: at }, at);
    return how === 'Aborted' ? known : map.thread;
  };

  const ofState = (event: HistoryEvent, id: number, at: number, from: Thread, kind: string, what: string): Thread => {
    const visit = from.climb((each) => !each.over && each.value.type === kind);
    if (!visit) return from;
    visit.note(id);
    if (what === 'StateStarted') {
      if (visit.resumed) visit.resumed = false;
      else {
        closeWithin(visit, at, 'aborted');
        const { error, cause } = errorWithin(visit);
        visit.settle(at, { standing: 'failed', error, cause });
        visit.threads = new Map();
      }
      visit.failing = false;
      visit.set({ error: undefined, cause: undefined });
      visit.begin(at, 'running', { startedAt: at });
      if (kind === 'Parallel') begun.set(id, visit);
    }
    if (what.startsWith('Run')) {
      const { mapRunArn } = event.mapRunStartedEventDetails ?? event.mapRunRedrivenEventDetails ?? {};
      if (mapRunArn) visit.set({ mapRunArn });
      if (what === 'RunRedriven') visit.begin(at, 'running', { startedAt: at });
    }
    if (what === 'StateSucceeded') visit.settle(at, { standing: 'succeeded' });
    if (what.endsWith('Succeeded')) visit.set({ error: undefined, cause: undefined });
    const failure = failureOf(event);
    if (failure) visit.set(failure);
    if (what === 'StateFailed') {
      closeWithin(visit, at, 'aborted');
      visit.failing = true;
      visit.set({ ...errorWithin(visit) });
      visit.settle(at, { standing: 'failed', error: visit.value.error, cause: visit.value.cause });
    }
    visit.touch();
    return visit.thread;
  };

  const take = (event: HistoryEvent, id: number): Thread => {
    const { type = '', previousEventId = 0 } = event;
    const at = event.timestamp?.getTime() ?? 0;
    const from = threads[previousEventId] ?? root;
    if (event.stateEnteredEventDetails) return enter(event, id, at, from);
    if (event.stateExitedEventDetails) {
      const thread = exit(event, at, from);
      thread.current?.note(id);
      return thread;
    }
    const [, how] = ITERATION.exec(type) ?? [];
    if (how) return iteration(event, id, at, from, how);
    const [, kind, what] = OF_STATE.exec(type) ?? [];
    if (kind && what) return ofState(event, id, at, from, kind, what);
    if (type.endsWith('StateAborted')) return abortedIn(from, type.replace('StateAborted', ''), id, at);
    if (type === 'ExecutionStarted') {
      execution = { ...execution, startedAt: at, input: event.executionStartedEventDetails?.input };
      return root;
    }
    if (type === 'ExecutionRedriven') {
      const { startedAt, input, redrivenAt } = execution;
      execution = { standing: 'running', startedAt, input, redrivenAt: [...redrivenAt, at] };
      reopen(root.current);
      return root;
    }
    const [, ended] = EXECUTION.exec(type) ?? [];
    if (ended) {
      const standing = ENDED[ended as keyof typeof ENDED];
      const failure = failureOf(event);
      execution = {
        ...execution,
        standing,
        endedAt: at,
        output: event.executionSucceededEventDetails?.output,
        ...failure,
      };
      if (standing === 'failed' && root.current && !root.current.over && failure) root.current.set(failure);
      close(root.current, at, standing === 'failed' ? 'failed' : 'stopped');
      return root;
    }
    return attemptEvent(event, id, at, from);
  };

  return {
    add(events) {
      for (const event of events) {
        const id = event.id ?? 0;
        if (id <= lastId) continue;
        lastId = id;
        threads[id] = take(event, id);
      }
    },
    tree: () => ({ ...execution, visits: visits.map((visit) => visit.told()) }),
  };
};
