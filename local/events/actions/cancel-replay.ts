import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { REPLAY_NAME } from '../archives/archive-input.ts';
import { foundReplay, replayArn } from '../archives/replay-answer.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { ReplayName: needed(REPLAY_NAME) };

/** Ends a replay where it is. */
export const cancelReplay = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'The replay is cancelled when the answer comes: its state is never CANCELLING afterwards.',
  permissions: ({ ReplayName }: { ReplayName: string }) => [
    { action: 'events:CancelReplay', resource: replayArn(bridge, ReplayName) },
  ],
  run(input: { ReplayName: string }) {
    checkInput(SHAPE, input);
    const replay = foundReplay(bridge, input.ReplayName);
    if (replay.state !== 'STARTING' && replay.state !== 'RUNNING')
      throw new AwsError(
        'IllegalStatusException',
        `Replay ${replay.name} is not in a valid state for this operation.`,
        400,
      );
    bridge.replays.cancel(replay);
    return {
      ReplayArn: replayArn(bridge, replay.name),
      State: 'CANCELLING',
      StateReason: 'Replay cancelled by the user.',
    };
  },
});
