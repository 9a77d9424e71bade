import { AwsError } from '../../aws/error.ts';
import { needed, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import {
  checkLogsInput,
  checkOneGroup,
  GROUP_IDENTIFIER,
  GROUP_NAME,
  LIMIT,
  MILLISECONDS,
  NEXT_TOKEN,
  STREAM_NAME,
} from '../shapes.ts';
import type { GroupInput, Logs } from '../state.ts';
import type { Position } from '../store.ts';
import { streamOf } from './stream-of.ts';

const SHAPE = {
  logGroupName: GROUP_NAME,
  logGroupIdentifier: GROUP_IDENTIFIER,
  logStreamName: needed(STREAM_NAME),
  startTime: MILLISECONDS,
  endTime: MILLISECONDS,
  nextToken: NEXT_TOKEN,
  limit: LIMIT(10_000),
  startFromHead: truth(),
  unmask: truth(),
};

type Input = GroupInput & {
  logStreamName: string;
  startTime?: number;
  endTime?: number;
  nextToken?: string;
  limit?: number;
  startFromHead?: boolean;
};

const PAGE = 10_000;

const END: Position = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

/** Reads one stream, forwards or backwards; the token of a page beyond an end comes back unchanged, as AWS's does. */
export const getLogEvents = (logs: Logs): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: { unmask: 'nothing is masked here' },
  permissions: (input: Input) => [
    { action: 'logs:GetLogEvents', resource: logs.streamArn(logs.nameOf(input), String(input.logStreamName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    checkOneGroup(input);
    const { startTime: from, endTime, nextToken, limit = PAGE, startFromHead = false } = input;
    const { name: group } = logs.groupOf(input);
    const stream = streamOf(logs, group, input.logStreamName);
    const [way, at] = nextToken === undefined ? [startFromHead ? 'f' : 'b', undefined] : position(nextToken);
    const place = way === 'f' ? { after: at } : { before: at ?? END };
    // The end of the time is exclusive.
    const to = endTime === undefined ? undefined : endTime - 1;
    const lines = logs.store.read(group, { from, to, streams: [stream], limit, ...place });
    const stay = at ?? { at: -1, id: -1 };
    const [first, last] = [lines[0] ?? stay, lines.at(-1) ?? stay];
    return {
      events: lines.map((line) => ({ timestamp: line.at, message: line.message, ingestionTime: line.ingested_at })),
      nextForwardToken: `f/${last.at}/${last.id}`,
      nextBackwardToken: `b/${first.at}/${first.id}`,
    };
  },
});

const position = (token: string): [way: string, at: Position] => {
  const [, way, at, id] = /^([fb])\/(-?\d+)\/(-?\d+)$/.exec(token) ?? [];
  if (way === undefined) throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.');
  return [way, { at: Number(at), id: Number(id) }];
};
