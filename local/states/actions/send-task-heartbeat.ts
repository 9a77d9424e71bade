import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { stirToken } from '../integrations/await-token.ts';
import { operationOnToken, tokenRules, waitingToken } from './task-token.ts';

/** Tells that a task is still being worked on; its heartbeat time starts anew. */
export const sendTaskHeartbeat = (core: Core) =>
  operationOnToken<{ taskToken?: string }>(core, 'SendTaskHeartbeat', ({ taskToken }) => {
    check(tokenRules(taskToken));
    const { token } = waitingToken(core, taskToken);
    core.tokens.beat(token, core.clock.now());
    stirToken(core, token);
    return {};
  });
