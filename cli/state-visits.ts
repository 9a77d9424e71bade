import type { HistoryEvent } from '@aws-sdk/client-sfn';

/** One visit of one state, as its events tell it. */
export type StateVisit = {
  name: string;
  type: string;
  /** How many Map iterations and Parallel branches it is in. */
  depth: number;
  status: 'running' | 'succeeded' | 'caught' | 'failed';
  enteredAt: string;
  durationMs?: number;
  attempts: number;
  error?: string;
  input?: string;
  output?: string;
};

type Failure = { error?: string; cause?: string };

const DETAILS = [
  'taskFailedEventDetails',
  'taskTimedOutEventDetails',
  'taskStartFailedEventDetails',
  'taskSubmitFailedEventDetails',
  'lambdaFunctionFailedEventDetails',
  'lambdaFunctionTimedOutEventDetails',
  'evaluationFailedEventDetails',
  'executionFailedEventDetails',
  'mapRunFailedEventDetails',
] as const;

/** Folds a history into visits, in the order in which the states were entered. */
export const visitsOf = (events: readonly HistoryEvent[]): StateVisit[] => {
  const byId = new Map(events.map((event) => [event.id, event]));
  const visits = new Map<number, StateVisit>();
  /** The visit that each exit ended, by the exit's event. */
  const exits = new Map<number, StateVisit>();
  /** The visit that an event belongs to: the nearest state that was entered before it on its own thread. */
  const ownerOf = (event: HistoryEvent): StateVisit | undefined => {
    for (
      let at: HistoryEvent | undefined = event;
      at;
      at = at.previousEventId ? byId.get(at.previousEventId) : undefined
    ) {
      const visit = visits.get(Number(at.id));
      if (visit) return visit;
    }
    return undefined;
  };
  for (const event of events) {
    const { type = '', id, timestamp } = event;
    if (event.stateEnteredEventDetails) {
      visits.set(Number(id), {
        name: event.stateEnteredEventDetails.name ?? '',
        type: type.replace('StateEntered', ''),
        depth: depthOf(event, byId, visits, exits),
        status: 'running',
        enteredAt: timestamp?.toISOString() ?? '',
        attempts: 0,
        input: event.stateEnteredEventDetails.input,
      });
      continue;
    }
    const failure = DETAILS.map((name) => event[name]).find((details) => details !== undefined) as Failure | undefined;
    if (event.stateExitedEventDetails) {
      const { name, output } = event.stateExitedEventDetails;
      const visit = [...visits.values()].findLast(
        (candidate) =>
          candidate.name === name && candidate.status === 'running' && isBefore(candidate, event, byId, visits),
      );
      if (!visit) continue;
      exits.set(Number(id), visit);
      visit.status = visit.error ? 'caught' : 'succeeded';
      visit.output = output;
      visit.durationMs = (timestamp?.getTime() ?? 0) - Date.parse(visit.enteredAt);
      continue;
    }
    const visit = ownerOf(event);
    if (!visit) continue;
    if (/(Scheduled|MapIterationStarted)$/.test(type) && type !== 'MapIterationStarted') visit.attempts += 1;
    if (/Succeeded$/.test(type)) visit.error = undefined;
    if (failure) visit.error = failure.error;
    if (type === 'ExecutionFailed' && visit.status === 'running') visit.status = 'failed';
  }
  return [...visits.values()];
};

/** Whether the exit follows from that visit: the chain of events before the exit leads to its entry. */
const isBefore = (
  visit: StateVisit,
  exit: HistoryEvent,
  byId: ReadonlyMap<number | undefined, HistoryEvent>,
  visits: ReadonlyMap<number, StateVisit>,
): boolean => {
  for (
    let at: HistoryEvent | undefined = exit;
    at;
    at = at.previousEventId ? byId.get(at.previousEventId) : undefined
  ) {
    if (visits.get(Number(at.id)) === visit) return true;
  }
  return false;
};

const OPENS = /^(MapIterationStarted|ParallelStateStarted)$/;

/** A state stands beside the one whose exit led to it, or one below the Map or Parallel that began it. */
const depthOf = (
  event: HistoryEvent,
  byId: ReadonlyMap<number | undefined, HistoryEvent>,
  visits: ReadonlyMap<number, StateVisit>,
  exits: ReadonlyMap<number, StateVisit>,
): number => {
  let below = 0;
  for (
    let at = byId.get(event.previousEventId);
    at;
    at = at.previousEventId ? byId.get(at.previousEventId) : undefined
  ) {
    const beside = exits.get(Number(at.id)) ?? visits.get(Number(at.id));
    if (beside) return beside.depth + below;
    if (OPENS.test(at.type ?? '')) below = 1;
  }
  return 0;
};
