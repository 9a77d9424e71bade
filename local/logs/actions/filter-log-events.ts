import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { compileFilter } from '../filter-pattern.ts';
import type { Logs } from '../state.ts';
import type { StoredLine } from '../store.ts';

type Input = {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamNames?: string[];
  filterPattern?: string;
  startTime?: number;
  endTime?: number;
  nextToken?: string;
  limit?: number;
};

/** Lines looked at in one page, and answered at most. */
const PAGE = 10_000;

export const filterLogEvents = ({ store, arnOf, groupOf }: Logs): Operation => ({
  permissions: (input: Input) => [{ action: 'logs:FilterLogEvents', resource: arnOf(groupOf(input)) }],
  run(input: Input) {
    const { logStreamNames, filterPattern, startTime, endTime, nextToken, limit = PAGE } = input;
    const matches = compileFilter(filterPattern);
    const found: StoredLine[] = [];
    let after = nextToken === undefined ? undefined : position(nextToken);
    for (;;) {
      const lines = store.read(groupOf(input), {
        from: startTime,
        to: endTime,
        streams: logStreamNames,
        after,
        limit: PAGE,
      });
      for (const line of lines) {
        after = line;
        if (matches(line.message)) found.push(line);
        if (found.length === limit) break;
      }
      if (found.length === limit || lines.length < PAGE) {
        const more = found.length === limit && after ? { nextToken: `${after.at}/${after.id}` } : {};
        return { events: found.map(describe), searchedLogStreams: [], ...more };
      }
    }
  },
});

const position = (token: string): { at: number; id: number } => {
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
