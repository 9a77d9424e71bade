import { isDistributed } from '../../language/validate-map.ts';
import type { StateRunner } from '../run-state.ts';
import { runDistributedMap } from './distributed.ts';
import { runInlineMap } from './inline.ts';

/** Runs its processor once an item: within the execution, or as executions of their own. */
export const runMap: StateRunner = (visit) =>
  isDistributed(visit.state.ItemProcessor ?? visit.state.Iterator) ? runDistributedMap(visit) : runInlineMap(visit);
