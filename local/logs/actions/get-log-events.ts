import type { Operation } from '../../aws/service.ts';
import type { Logs } from '../state.ts';

type Input = {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamName: string;
  startTime?: number;
  endTime?: number;
  nextToken?: string;
  limit?: number;
};

const PAGE = 10_000;

/** Reads one stream forwards; the tokens of a page that is at the end come back unchanged, as AWS's do. */
export const getLogEvents = ({ store, arnOf, groupOf }: Logs): Operation => ({
  permissions: (input: Input) => [{ action: 'logs:GetLogEvents', resource: arnOf(groupOf(input)) }],
  run(input: Input) {
    const { logStreamName, startTime, endTime, nextToken, limit = PAGE } = input;
    const [, at = '-1', id = '-1'] = /^f\/(-?\d+)\/(-?\d+)$/.exec(nextToken ?? '') ?? [];
    const after = { at: Number(at), id: Number(id) };
    const lines = store.read(groupOf(input), { from: startTime, to: endTime, streams: [logStreamName], after, limit });
    const last = lines.at(-1) ?? after;
    return {
      events: lines.map((line) => ({ timestamp: line.at, message: line.message, ingestionTime: line.ingested_at })),
      nextForwardToken: `f/${last.at}/${last.id}`,
      nextBackwardToken: `b/${lines[0]?.at ?? after.at}/${lines[0]?.id ?? after.id}`,
    };
  },
});
