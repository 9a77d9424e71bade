import type { StateRunner } from './run-state.ts';

/** Waits until a time, which a restart does not change. */
export const runWait: StateRunner = async (visit) => {
  const { language, state } = visit;
  const until = await visit.settled('WaitUntil', language.volatile(state), () =>
    language.until(visit.enteredAt, visit.frame()),
  );
  await visit.scope.wait<void>((resolve) => {
    const timer = visit.run.core.clock.at(until, resolve);
    return () => timer.cancel();
  });
  return await visit.outcome(visit.input);
};
