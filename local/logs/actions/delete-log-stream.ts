import { needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME, STREAM_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';
import { streamOf } from './stream-of.ts';

const SHAPE = { logGroupName: needed(GROUP_NAME), logStreamName: needed(STREAM_NAME) };

type Input = { logGroupName: string; logStreamName: string };

/** Removes a stream with its lines. */
export const deleteLogStream = (logs: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ logGroupName, logStreamName }: Input) => [
    { action: 'logs:DeleteLogStream', resource: logs.streamArn(String(logGroupName), String(logStreamName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const { name } = logs.groupOf(input);
    logs.store.removeStream(name, streamOf(logs, name, input.logStreamName));
    return {};
  },
});
