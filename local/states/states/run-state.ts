import type { Outcome, Visit } from '../interpreter/visit.ts';
import type { StateType } from '../language/definition.ts';
import { runChoice } from './choice.ts';
import { runFail } from './fail.ts';
import { runMap } from './map/map.ts';
import { runParallel } from './parallel.ts';
import { runPass } from './pass.ts';
import { runSucceed } from './succeed.ts';
import { runTask } from './task.ts';
import { runWait } from './wait.ts';

/** One attempt at a state that has been entered. Throws `StateError` or `QueryError` where it fails. */
export type StateRunner = (visit: Visit) => Promise<Outcome>;

const RUNNERS: Readonly<Record<StateType, StateRunner>> = {
  Choice: runChoice,
  Fail: runFail,
  Map: runMap,
  Parallel: runParallel,
  Pass: runPass,
  Succeed: runSucceed,
  Task: runTask,
  Wait: runWait,
};

export const runState: StateRunner = (visit) => RUNNERS[visit.state.Type](visit);
