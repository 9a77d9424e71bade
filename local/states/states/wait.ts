import type { StateRunner } from './run-state.ts';

/** Waits until a time, which a restart does not change. */
export const runWait: StateRunner = async (visit) => {
  const { language, state } = visit;
  const until = await visit.settled('WaitUntil', language.volatile(state), () =>
    language.until(visit.enteredAt, visit.frame()),
  );
  const { rest } = visit.run;
  await rest.wait<void>(visit.scope, (resolve) => {
    const timer = rest.at(until, resolve);
    return () => timer.cancel();
  });
  return await visit.outcome(visit.input);
};
