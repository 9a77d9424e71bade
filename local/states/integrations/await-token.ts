import type { Timer } from '../../clock.ts';
import type { Core } from '../core.ts';
import type { Run } from '../interpreter/run.ts';
import type { Scope } from '../interpreter/scope.ts';
import type { Json } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import type { TokenOutcome, TokenRow } from '../store/tokens.ts';

/**
 * Looks at a token now and whenever something happens to it, until `look` settles the wait; `look` may ask to be called at
 * a time. A wait that is called off, while its execution goes on, takes the token with it: no answer comes to anything.
 */
export const watchToken = <T>(
  { core, rest, scope: whole }: Run,
  scope: Scope,
  token: string,
  look: (
    row: TokenRow | undefined,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ) => number | undefined,
): Promise<T> =>
  rest.wait<T>(
    scope,
    (resolve, reject) => {
      let timer: Timer | undefined;
      const watch = (): void => {
        timer?.cancel();
        const again = look(core.tokens.get(token), resolve, reject);
        timer = again === undefined ? undefined : rest.at(again, watch);
      };
      core.answers.set(token, watch);
      watch();
      return () => {
        timer?.cancel();
        core.answers.delete(token);
        if (scope.cancelled && !whole.cancelled) core.tokens.remove(token);
      };
    },
    token,
  );

/** Tells an execution that something happened to its token. */
export const stirToken = (core: Core, token: string): void => {
  const watch = core.answers.get(token);
  if (watch) watch();
  else core.sleepers.stir(token);
};

/** Ends a wait with the answer to its token; false while there is none. */
export const settleByToken = (
  row: TokenRow | undefined,
  resolve: (value: Json) => void,
  reject: (error: unknown) => void,
): boolean => {
  if (!row?.outcome) return false;
  const outcome = JSON.parse(row.outcome) as TokenOutcome;
  if ('output' in outcome) resolve(JSON.parse(outcome.output) as Json);
  else reject(new StateError(outcome.error, outcome.cause));
  return true;
};

/** What a worker holds; `since` in milliseconds since the epoch, `heartbeat` in seconds. */
export type Held = { token: string; since: number; heartbeat?: number | undefined };

/** Waits until somebody answers a task's token. Throws the error that was sent, or a timeout where heartbeats stay away. */
export const awaitToken = (run: Run, scope: Scope, { token, since, heartbeat }: Held): Promise<Json> => {
  // It is gone where the process ended after the wait was called off and before the history told so.
  run.core.tokens.insert(token, run.row.key);
  return watchToken<Json>(run, scope, token, (row, resolve, reject) => {
    if (settleByToken(row, resolve, reject) || heartbeat === undefined) return undefined;
    const due = Math.max(since, row?.heartbeat_at ?? 0) + heartbeat * 1000;
    if (run.core.clock.now() < due) return due;
    reject(new StateError('States.Timeout'));
    return undefined;
  });
};
