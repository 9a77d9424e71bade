import type { Run } from '../interpreter/run.ts';
import { Cancelled, Scope } from '../interpreter/scope.ts';
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

/** Does work that can ask for a signal, which tells when nobody waits for it any more. */
export const signalled = <T>(
  scope: Scope,
  work: (origin: { readonly signal: AbortSignal }) => Promise<T>,
): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const caller = new Caller();
    const leave = (): void => {
      caller.leave();
      reject(new Cancelled());
    };
    scope.add(leave);
    work(caller).then(
      (value) => {
        scope.remove(leave);
        resolve(value);
      },
      (error) => {
        scope.remove(leave);
        reject(error);
      },
    );
  });

/** Who waits for a call. The signal is made for who asks: it costs more than all else of a call that answers at once. */
class Caller {
  #controller: AbortController | undefined;
  #left = false;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#left) this.#controller.abort();
    return this.#controller.signal;
  }

  leave(): void {
    this.#left = true;
    this.#controller?.abort();
  }
}
