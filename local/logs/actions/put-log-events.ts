import { randomUUID } from 'node:crypto';
import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { list, needed, structure, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME, MILLISECONDS, STREAM_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';
import { streamOf } from './stream-of.ts';

const SHAPE = {
  logGroupName: needed(GROUP_NAME),
  logStreamName: needed(STREAM_NAME),
  logEvents: needed(
    list(
      structure({ timestamp: needed(MILLISECONDS), message: needed(text(length(1, 1_048_576))) }),
      length(1, 10_000),
    ),
  ),
};

type Input = { logGroupName: string; logStreamName: string; logEvents: { timestamp: number; message: string }[] };

const DAY = 86_400_000;

/** Largest batch and largest event, in bytes; each event counts 26 more. */
const LARGEST = 1_048_576;
const EACH = 26;

/** How far lines may lie in the past and in the future, in milliseconds. */
const OLDEST = 14 * DAY;
const NEWEST = 2 * 3_600_000;

const refuse = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** Writes lines, which are on disk before the answer; those too old or too new are left out and told. */
export const putLogEvents = (logs: Logs): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: {
    sequenceToken: 'AWS takes any since 2023',
    entity: 'entities are not kept here',
  },
  permissions: ({ logGroupName, logStreamName }: Input) => [
    { action: 'logs:PutLogEvents', resource: logs.streamArn(String(logGroupName), String(logStreamName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const { logEvents } = input;
    const { name: group } = logs.groupOf(input);
    const stream = streamOf(logs, group, input.logStreamName);
    if (logEvents.some(({ timestamp }, index) => timestamp < (logEvents[index - 1]?.timestamp ?? 0)))
      throw refuse('Log events in a single PutLogEvents request must be in chronological order.');
    if ((logEvents.at(-1)?.timestamp ?? 0) - (logEvents[0]?.timestamp ?? 0) > DAY)
      throw refuse('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
    const size = logEvents.reduce((sum, { message }) => sum + Buffer.byteLength(message) + EACH, 0);
    if (size > LARGEST) throw refuse(`Upload too large: ${size} bytes exceeds limit of ${LARGEST}`);
    const now = logs.clock.now();
    const expired = logEvents.findLastIndex(({ timestamp }) => timestamp < logs.store.oldest(group)) + 1;
    const old = logEvents.findLastIndex(({ timestamp }) => timestamp < now - OLDEST) + 1;
    const tooNew = logEvents.findIndex(({ timestamp }) => timestamp > now + NEWEST);
    const taken = logEvents.slice(Math.max(expired, old), tooNew < 0 ? undefined : tooNew);
    for (const { timestamp, message } of taken) logs.store.write({ group, stream, message, at: timestamp });
    logs.store.flush();
    const rejected = {
      ...(tooNew < 0 ? {} : { tooNewLogEventStartIndex: tooNew }),
      ...(old > 0 ? { tooOldLogEventEndIndex: old } : {}),
      ...(expired > 0 ? { expiredLogEventEndIndex: expired } : {}),
    };
    return {
      nextSequenceToken: randomUUID().replaceAll('-', ''),
      ...(Object.keys(rejected).length > 0 ? { rejectedLogEventsInfo: rejected } : {}),
    };
  },
});
