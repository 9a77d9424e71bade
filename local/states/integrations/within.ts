import type { Run } from '../interpreter/run.ts';
import { Scope } from '../interpreter/scope.ts';
import { StateError } from '../language/state-error.ts';

/** Does work in a scope of its own and gives it up with `States.Timeout` at `deadline`, in milliseconds since the epoch. */
export const within = async <T>(
  { rest }: Run,
  outer: Scope,
  deadline: number | undefined,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => {
  const scope = new Scope(outer);
  try {
    return await scope.wait<T>((resolve, reject) => {
      const timedOut = (): void => reject(new StateError('States.Timeout'));
      const timer = deadline === undefined ? undefined : rest.at(deadline, timedOut);
      work(scope).then(resolve, reject);
      return () => timer?.cancel();
    });
  } finally {
    scope.cancel();
  }
};

/** Does work that is told when nobody waits for it any more. */
export const signalled = <T>(scope: Scope, work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
  scope.wait<T>((resolve, reject) => {
    const gone = new AbortController();
    work(gone.signal).then(resolve, reject);
    return () => gone.abort();
  });
