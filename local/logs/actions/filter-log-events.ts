import { AwsError } from '../../aws/error.ts';
import { truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { compileFilter } from '../filter-pattern.ts';
import {
  checkLogsInput,
  checkOneGroup,
  GROUP_IDENTIFIER,
  GROUP_NAME,
  LIMIT,
  MILLISECONDS,
  NEXT_TOKEN,
  PATTERN,
  STREAM_NAME,
  STREAM_NAMES,
} from '../shapes.ts';
import type { GroupInput, Logs } from '../state.ts';
import type { Position, StoredLine } from '../store.ts';

const SHAPE = {
  logGroupName: GROUP_NAME,
  logGroupIdentifier: GROUP_IDENTIFIER,
  logStreamNames: STREAM_NAMES,
  logStreamNamePrefix: STREAM_NAME,
  startTime: MILLISECONDS,
  endTime: MILLISECONDS,
  filterPattern: PATTERN,
  nextToken: NEXT_TOKEN,
  limit: LIMIT(10_000),
  interleaved: truth(),
  unmask: truth(),
};

type Input = GroupInput & {
  logStreamNames?: string[];
  logStreamNamePrefix?: string;
  filterPattern?: string;
  startTime?: number;
  endTime?: number;
  nextToken?: string;
  limit?: number;
};

/** Lines looked at in one page, and answered at most: as on AWS a page may be empty and there be more of them. */
const PAGE = 10_000;

/** The lines of a group that match a pattern, in order of time, in pages. */
export const filterLogEvents = ({ store, arnOf, nameOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: {
    interleaved: 'lines of all streams always come in order of time, as on AWS',
    unmask: 'nothing is masked here',
  },
  permissions: (input: Input) => [{ action: 'logs:FilterLogEvents', resource: arnOf(nameOf(input)) }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    checkOneGroup(input);
    const { logStreamNames, logStreamNamePrefix, filterPattern, startTime, endTime, nextToken, limit = PAGE } = input;
    if (logStreamNames && logStreamNamePrefix !== undefined)
      throw new AwsError(
        'InvalidParameterException',
        'logStreamNames and logStreamNamePrefix cannot be used together.',
      );
    const { name: group } = groupOf(input);
    const matches = compileFilter(filterPattern);
    const after = nextToken === undefined ? undefined : position(nextToken);
    const lines = store.read(group, { from: startTime, to: endTime, streams: logStreamNames, after, limit: PAGE });
    const found: StoredLine[] = [];
    let last: StoredLine | undefined;
    for (const line of lines) {
      last = line;
      if (line.stream.startsWith(logStreamNamePrefix ?? '') && matches(line.message)) found.push(line);
      if (found.length === limit) break;
    }
    const isMore = found.length === limit || lines.length === PAGE;
    return {
      events: found.map(describe),
      searchedLogStreams: [],
      ...(isMore && last && { nextToken: `${last.at}/${last.id}` }),
    };
  },
});

const position = (token: string): Position => {
  const [at, id] = token.split('/').map(Number);
  if (!Number.isFinite(at) || !Number.isFinite(id))
    throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.');
  return { at: Number(at), id: Number(id) };
};

const describe = ({ id, stream, message, at, ingested_at }: StoredLine): object => ({
  eventId: String(id).padStart(56, '0'),
  logStreamName: stream,
  timestamp: at,
  ingestionTime: ingested_at,
  message,
});
