import { oneOf } from '../../aws/constraints.ts';
import { checkInput, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { REPLAY_NAME } from '../archives/archive-input.ts';
import { replayAnswer } from '../archives/replay-answer.ts';
import { ARN, PAGING } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { pageByName } from './paging.ts';

const STATES = ['STARTING', 'RUNNING', 'CANCELLING', 'COMPLETED', 'CANCELLED', 'FAILED'];

const SHAPE = { NamePrefix: REPLAY_NAME, State: text(oneOf(STATES)), EventSourceArn: ARN, ...PAGING };

type Input = { NamePrefix?: string; State?: string; EventSourceArn?: string; NextToken?: string; Limit?: number };

/** Replays by name, in pages. */
export const listReplays = ({ replays }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'events:ListReplays', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { NamePrefix: prefix, State, EventSourceArn, ...paging } = input;
    const found = replays
      .all()
      .filter(({ state, archiveArn }) => (State ?? state) === state && (EventSourceArn ?? archiveArn) === archiveArn);
    const { items, more } = pageByName('replays', found, ({ name }) => name, { ...paging, prefix });
    return { Replays: items.map(replayAnswer), ...more };
  },
});
