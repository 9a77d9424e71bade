import { oneOf } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import {
  checkLogsInput,
  checkOneGroup,
  GROUP_IDENTIFIER,
  GROUP_NAME,
  LIMIT,
  NEXT_TOKEN,
  STREAM_NAME,
} from '../shapes.ts';
import type { GroupInput, Logs } from '../state.ts';
import { logsPage } from './page.ts';

const SHAPE = {
  logGroupName: GROUP_NAME,
  logGroupIdentifier: GROUP_IDENTIFIER,
  logStreamNamePrefix: STREAM_NAME,
  orderBy: text(oneOf(['LogStreamName', 'LastEventTime'])),
  descending: truth(),
  nextToken: NEXT_TOKEN,
  limit: LIMIT(50),
};

type Input = GroupInput & {
  logStreamNamePrefix?: string;
  orderBy?: string;
  descending?: boolean;
  nextToken?: string;
  limit?: number;
};

/** The streams of a group by name or by their last line, in pages. */
export const describeLogStreams = ({ store, streamArn, arnOf, nameOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'The times of lines are exact at once, not after some minutes; storedBytes is 0, as it is on AWS.',
  permissions: (input: Input) => [{ action: 'logs:DescribeLogStreams', resource: arnOf(nameOf(input)) }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    checkOneGroup(input);
    const { logStreamNamePrefix, orderBy = 'LogStreamName', descending = false, nextToken, limit = 50 } = input;
    const byTime = orderBy === 'LastEventTime';
    if (byTime && logStreamNamePrefix !== undefined)
      throw new AwsError('InvalidParameterException', 'Cannot order by LastEventTime with a logStreamNamePrefix.');
    const { name: group } = groupOf(input);
    const found = store
      .streams(group)
      .filter(({ stream }) => stream.startsWith(logStreamNamePrefix ?? ''))
      .sort(
        (one, other) =>
          (byTime ? (one.last_at ?? 0) - (other.last_at ?? 0) : 0) || (one.stream < other.stream ? -1 : 1),
      );
    const ordered = descending ? found.reverse() : found;
    const { items, more } = logsPage(`streams:${group}:${orderBy}:${descending}`, ordered, limit, nextToken);
    return {
      logStreams: items.map(({ stream, created_at, first_at, last_at, ingested_at }) => ({
        logStreamName: stream,
        creationTime: created_at,
        ...(first_at === null
          ? {}
          : { firstEventTimestamp: first_at, lastEventTimestamp: last_at, lastIngestionTime: ingested_at }),
        arn: streamArn(group, stream),
        storedBytes: 0,
      })),
      ...more,
    };
  },
});
