import type { Timer } from '../../clock.ts';
import type { Core } from '../core.ts';
import type { Scope } from '../interpreter/scope.ts';
import type { Json } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import type { TokenOutcome } from '../store/tokens.ts';
import type { Scheduled } from './schedule.ts';

/** Waits until somebody answers a task's token. Throws the error that was sent, or a timeout where heartbeats stay away. */
export const awaitToken = (core: Core, scope: Scope, scheduled: Scheduled): Promise<Json> => {
  const { token = '', heartbeat, at } = scheduled;
  return scope.wait<Json>((resolve, reject) => {
    let timer: Timer | undefined;
    const look = (): void => {
      timer?.cancel();
      const row = core.tokens.get(token);
      if (row?.outcome) {
        const outcome = JSON.parse(row.outcome) as TokenOutcome;
        if ('output' in outcome) resolve(JSON.parse(outcome.output) as Json);
        else reject(new StateError(outcome.error, outcome.cause));
      } else if (heartbeat !== undefined) {
        const due = Math.max(at, row?.heartbeat_at ?? 0) + heartbeat * 1000;
        timer = core.clock.at(due, () => reject(new StateError('States.Timeout')));
      }
    };
    core.answers.set(token, look);
    look();
    return () => {
      timer?.cancel();
      core.answers.delete(token);
    };
  });
};
