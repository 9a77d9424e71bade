import { interpret } from '../../interpreter/interpret.ts';
import { Scope } from '../../interpreter/scope.ts';
import { Thread } from '../../interpreter/thread.ts';
import type { Visit } from '../../interpreter/visit.ts';
import type { Json } from '../../language/json.ts';
import { listOf } from '../../language/json-text.ts';
import { StateError } from '../../language/state-error.ts';
import type { StateRunner } from '../run-state.ts';
import { concurrencyOf, EXCEEDED, exceeds, toleranceOf } from './tolerance.ts';

/** Most iterations of an inline Map that AWS runs at a time. */
const INLINE_CONCURRENCY = 40;

/** Told of each iteration that failed: answers the error that the whole Map fails with, or undefined to go on. */
type Fatal = (error: StateError) => StateError | undefined;

/** Runs its processor once an item, a limited number at a time; too many failures call the rest off. */
export const runInlineMap: StateRunner = async (visit) => {
  const { language, state } = visit;
  const items = await visit.settled('MapItems', language.volatile(state), () => language.items(visit.frame()));
  const declared = await concurrencyOf(visit);
  const tolerance = await toleranceOf(visit);
  let failed = 0;
  const fatal: Fatal = (error) => {
    failed += 1;
    if (!exceeds(tolerance, failed, items.length)) return undefined;
    return tolerance.count || tolerance.percentage ? new StateError(...EXCEEDED) : error;
  };
  visit.event('MapStateStarted', { length: items.length });
  visit.thread.children.clear();
  const outputs: Json[] = new Array<Json>(items.length);
  const concurrency = Math.min(declared > 0 ? declared : INLINE_CONCURRENCY, INLINE_CONCURRENCY, items.length);
  let next = 0;
  let ended = visit.thread.last;
  const started = visit.thread.last;
  const worker = async (first: Thread, firstIndex: number): Promise<void> => {
    let thread: Thread | undefined = first;
    for (let index = firstIndex; thread; ) {
      const outcome = await iterate(visit, thread, items[index] ?? null, fatal);
      outputs[index] = outcome.output;
      ended = Math.max(ended, outcome.event);
      visit.thread.children.delete(thread);
      const { last }: Thread = thread;
      index = next++;
      thread = index < items.length ? begin(visit, items, index, last) : undefined;
    }
  };
  const firsts = Array.from({ length: concurrency }, () => ({
    index: next,
    thread: begin(visit, items, next++, started),
  }));
  await visit.together(firsts.map(({ index, thread }) => worker(thread, index)));
  visit.thread.last = ended;
  visit.event('MapStateSucceeded', undefined, undefined, true);
  return await visit.outcome(listOf(outputs));
};

const begin = (visit: Visit, items: readonly Json[], index: number, previous: number): Thread => {
  const { run, path, attempt, name } = visit;
  const thread = new Thread({
    run,
    path: `${path}/${attempt}.${index}`,
    scope: new Scope(visit.scope),
    last: previous,
    variables: visit.thread.variables,
    mapItem: { Index: index, Value: items[index] ?? null },
    iterationOf: name,
  });
  visit.thread.children.add(thread);
  thread.last = thread.event('MapIterationStarted', { index, name }).id;
  return thread;
};

/** One iteration: its output, or the error where it failed and that is tolerated; `event` is how the history tells the end. */
const iterate = async (visit: Visit, thread: Thread, value: Json, fatal: Fatal) => {
  const { state, language } = visit;
  const details = { index: thread.mapItem?.Index ?? 0, name: visit.name };
  try {
    const processor = state.ItemProcessor ?? state.Iterator;
    if (!processor) throw new StateError('States.Runtime', 'The Map state has no ItemProcessor');
    const context = visit.context({ Map: { Item: { ...thread.mapItem } } });
    const output = await interpret(processor, await language.item(value, visit.frame({ context })), thread);
    return { output, event: thread.event('MapIterationSucceeded', details).id };
  } catch (error) {
    if (!(error instanceof StateError) || visit.scope.cancelled) throw error;
    const { id } = thread.event('MapIterationFailed', details);
    const ending = fatal(error);
    if (!ending) {
      thread.scope.cancel();
      return { output: error.output, event: id };
    }
    visit.callOff(thread, ending);
    throw ending;
  }
};
