import type { Core } from '../core.ts';
import { operationOnToken, waitingToken } from './task-token.ts';

/** Tells that a task is still being worked on; its heartbeat time starts anew. */
export const sendTaskHeartbeat = (core: Core) =>
  operationOnToken<{ taskToken?: string }>(core, 'SendTaskHeartbeat', ({ taskToken }) => {
    const { token } = waitingToken(core, taskToken);
    core.tokens.beat(token, core.clock.now());
    core.answers.get(token)?.();
    return {};
  });
