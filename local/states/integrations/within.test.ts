import { expect, it } from 'vitest';
import { Cancelled, Scope } from '../interpreter/scope.ts';
import { signalled } from './within.ts';

it('a call that nobody waits for any more is told so, whether it has asked for the signal before or asks after', async () => {
  const scope = new Scope();
  const never = new Promise<void>(() => undefined);
  const origins: { readonly signal: AbortSignal }[] = [];
  const calls = ['early', 'late'].map((asks) =>
    signalled(scope, (origin) => {
      origins.push(origin);
      if (asks === 'early') expect(origin.signal.aborted).toBe(false);
      return never;
    }),
  );
  scope.cancel();
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes).toEqual([
    { status: 'rejected', reason: new Cancelled() },
    { status: 'rejected', reason: new Cancelled() },
  ]);
  expect(origins.map(({ signal }) => signal.aborted)).toEqual([true, true]);
});

it('a call that was answered is not told of the end of what it belonged to', async () => {
  const scope = new Scope();
  const signals: AbortSignal[] = [];
  const answer = await signalled(scope, async ({ signal }) => {
    signals.push(signal);
    return 'done';
  });
  scope.cancel();
  expect(answer).toBe('done');
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
});
