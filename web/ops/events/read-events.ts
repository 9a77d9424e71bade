import { call } from '../aws/call.ts';
import { type BusEvent, readEvent } from './event.ts';

/** Events of the log in a time that a pattern admits, page by page, the oldest of the time first. Throws `AwsCallError`. */
export async function* readEvents(
  logGroupName: string,
  filterPattern: string | undefined,
  { from, to }: { from: number; to?: number },
  signal?: AbortSignal,
): AsyncGenerator<BusEvent[]> {
  let nextToken: string | undefined;
  do {
    const page = await call(
      'logs',
      'FilterLogEvents',
      { logGroupName, filterPattern, startTime: Math.floor(from), endTime: to && Math.ceil(to), nextToken },
      signal,
    );
    yield (page.events ?? []).flatMap(
      ({ message = '', timestamp = 0, eventId = '' }) => readEvent(message, timestamp, eventId) ?? [],
    );
    nextToken = page.nextToken;
  } while (nextToken);
}

/** All of them at once, at most `limit`. Throws `AwsCallError`. */
export const gatherEvents = async (
  logGroupName: string,
  filterPattern: string | undefined,
  period: { from: number; to?: number },
  limit: number,
  signal?: AbortSignal,
): Promise<BusEvent[]> => {
  const found: BusEvent[] = [];
  for await (const page of readEvents(logGroupName, filterPattern, period, signal)) {
    found.push(...page);
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
};
