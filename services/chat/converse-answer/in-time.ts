import { AnswerNotTakenError, type ModelEvent } from './model.ts';

/** Calls `act` some milliseconds later, unless what it answers is called before. */
export type After = (milliseconds: number, act: () => void) => () => void;

/** Milliseconds within which a model has to begin and to end, so that a fan is not left waiting and the function has time to spare. */
export const FIRST_WORD = 4_000;
export const LAST_WORD = 15_000;

/** Milliseconds for which a stream may go on once the answer is whole: what it took is told then. */
export const LINGER = 1_000;

/**
 * The events of a stream that begins and ends in time. Throws `AnswerNotTakenError` (`silent`, `slow`) where it does not, and what
 * the stream throws. A stream that is not read to its end is aborted.
 */
export async function* inTime(
  open: (signal: AbortSignal) => AsyncIterable<ModelEvent>,
  after: After,
): AsyncGenerator<ModelEvent> {
  const controller = new AbortController();
  const late = Promise.withResolvers<never>();
  late.promise.catch(() => {});
  const within = (milliseconds: number, why: string): (() => void) =>
    after(milliseconds, () => {
      late.reject(new AnswerNotTakenError(why));
      controller.abort();
    });
  let last = within(LAST_WORD, 'slow');
  const first = within(FIRST_WORD, 'silent');
  let ended = false;
  try {
    const events = open(controller.signal)[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([events.next(), late.promise]);
      if (next.done) break;
      first();
      if ('stop' in next.value) {
        last();
        last = within(LINGER, 'slow');
      }
      yield next.value;
    }
    ended = true;
  } finally {
    first();
    last();
    if (!ended) controller.abort();
  }
}
