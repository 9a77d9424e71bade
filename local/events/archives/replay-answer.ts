import { AwsError } from '../../aws/error.ts';
import { type EventBridge, seconds } from '../state.ts';
import type { Replay } from './replays.ts';

export const replayArn = ({ region, accountId }: Pick<EventBridge, 'region' | 'accountId'>, name: string): string =>
  `arn:aws:events:${region}:${accountId}:replay/${name}`;

/** Throws `ResourceNotFoundException`. */
export const foundReplay = ({ replays }: EventBridge, name: string): Replay => {
  const replay = replays.get(name);
  if (replay) return replay;
  throw new AwsError('ResourceNotFoundException', `Replay ${name} does not exist.`, 400);
};

/** What lists tell of a replay. */
export const replayAnswer = ({ name, archiveArn, state, reason, from, to, after, startedAt, endedAt }: Replay) => ({
  ...{ ReplayName: name, EventSourceArn: archiveArn, State: state },
  ...(reason === undefined ? {} : { StateReason: reason }),
  ...{ EventStartTime: seconds(from), EventEndTime: seconds(to) },
  ...(after.at < 0 ? {} : { EventLastReplayedTime: seconds(after.at) }),
  ReplayStartTime: seconds(startedAt),
  ...(endedAt === undefined ? {} : { ReplayEndTime: seconds(endedAt) }),
});
