import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { REPLAY_NAME } from '../archives/archive-input.ts';
import { foundReplay, replayAnswer, replayArn } from '../archives/replay-answer.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { ReplayName: needed(REPLAY_NAME) };

/** One replay and how far it is. */
export const describeReplay = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ ReplayName }: { ReplayName: string }) => [
    { action: 'events:DescribeReplay', resource: replayArn(bridge, ReplayName) },
  ],
  run(input: { ReplayName: string }) {
    checkInput(SHAPE, input);
    const replay = foundReplay(bridge, input.ReplayName);
    const { name, description, busArn, only } = replay;
    return {
      ReplayArn: replayArn(bridge, name),
      ...replayAnswer(replay),
      ...(description === undefined ? {} : { Description: description }),
      Destination: { Arn: busArn, ...(only ? { FilterArns: only } : {}) },
    };
  },
});
