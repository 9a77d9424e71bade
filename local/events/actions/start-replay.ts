import { AwsError } from '../../aws/error.ts';
import { checkInput, list, moment, momentOf, needed, structure } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { REPLAY_NAME } from '../archives/archive-input.ts';
import type { Archive } from '../archives/archives.ts';
import { replayArn } from '../archives/replay-answer.ts';
import { ARN, DESCRIPTION } from '../shapes.ts';
import { type EventBridge, seconds } from '../state.ts';

const SHAPE = {
  ReplayName: needed(REPLAY_NAME),
  Description: DESCRIPTION,
  EventSourceArn: needed(ARN),
  EventStartTime: needed(moment()),
  EventEndTime: needed(moment()),
  Destination: needed(structure({ Arn: needed(ARN), FilterArns: list(ARN) })),
};

type Input = {
  ReplayName: string;
  Description?: string;
  EventSourceArn: string;
  EventStartTime: unknown;
  EventEndTime: unknown;
  Destination: { Arn: string; FilterArns?: string[] };
};

const refuse = (message: string): AwsError => new AwsError('ValidationException', message, 400);

/** Sends the archived events of a time to the bus again, to all of its rules or to some. */
export const startReplay = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'Events are replayed in the order of their times, as fast as they are taken.',
  permissions: ({ ReplayName }: Input) => [{ action: 'events:StartReplay', resource: replayArn(bridge, ReplayName) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { replays, clock } = bridge;
    const { ReplayName: name, Description } = input;
    const archive = archiveOf(bridge, input.EventSourceArn);
    if (replays.get(name)) throw new AwsError('ResourceAlreadyExistsException', `Replay ${name} already exists.`, 400);
    const [from, to] = [momentOf(input.EventStartTime), momentOf(input.EventEndTime)];
    if (from >= to)
      throw refuse('Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.');
    const { busArn, bus, only } = destinationOf(bridge, archive, input.Destination);
    const now = clock.now();
    replays.start({
      ...{ name, archive: archive.name, archiveArn: archive.arn, from, to, bus, busArn, only },
      ...(Description ? { description: Description } : {}),
      ...{ state: 'STARTING', after: { at: -1, position: 0 }, startedAt: now },
    });
    return {
      ReplayArn: replayArn(bridge, name),
      State: 'STARTING',
      StateReason: 'Replay queued.',
      ReplayStartTime: seconds(now),
    };
  },
});

const archiveOf = ({ archives }: EventBridge, arn: string): Archive => {
  const archive = archives.all().find((each) => each.arn === arn);
  if (archive) return archive;
  const [, name] = /:archive\/(.+)$/.exec(arn) ?? [];
  if (name === undefined) throw refuse('Parameter EventSourceArn is not valid. Reason: Must contain an archive ARN.');
  throw new AwsError(
    'ValidationException',
    `Parameter EventSourceArn is not valid. Reason: Archive ${name} does not exist.`,
    400,
  );
};

/** Events go back to the bus that they came from, and to no other. */
const destinationOf = ({ rules }: EventBridge, { sourceArn }: Archive, { Arn, FilterArns }: Input['Destination']) => {
  if (Arn !== sourceArn)
    throw refuse('Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.');
  const bus = rules.bus(Arn).name;
  const missing = FilterArns?.find((arn) => rules.byArn(arn)?.bus !== bus);
  if (missing !== undefined)
    throw refuse(
      `Parameter Destination.FilterArns is not valid. Reason: ${missing} is no rule of the event bus ${bus}.`,
    );
  return { bus, busArn: Arn, only: FilterArns && FilterArns.length > 0 ? FilterArns : undefined };
};
