import { AwsError } from '../../aws/error.ts';
import { needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME, STREAM_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { logGroupName: needed(GROUP_NAME), logStreamName: needed(STREAM_NAME) };

type Input = { logGroupName: string; logStreamName: string };

/** Makes a stream in a group. */
export const createLogStream = ({ store, streamArn, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ logGroupName, logStreamName }: Input) => [
    { action: 'logs:CreateLogStream', resource: streamArn(String(logGroupName), String(logStreamName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const { name } = groupOf(input);
    if (store.hasStream(name, input.logStreamName))
      throw new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists');
    store.putStream(name, input.logStreamName);
    return {};
  },
});
