import { AwsError } from '../../aws/error.ts';
import { map, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_CLASS, GROUP_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = { logGroupName: needed(GROUP_NAME), tags: map(text()), logGroupClass: GROUP_CLASS };

type Input = { logGroupName: string; tags?: Record<string, string>; logGroupClass?: string };

/** Makes a group. */
export const createLogGroup = ({ store, arnOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'There is no KMS here, and every class of groups does what STANDARD does.',
  permissions: ({ logGroupName }: Input) => [{ action: 'logs:CreateLogGroup', resource: arnOf(String(logGroupName)) }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const { logGroupName: name, tags = {}, logGroupClass = 'STANDARD' } = input;
    if (store.group(name))
      throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists');
    store.putGroup({ name, tags, class: logGroupClass });
    return {};
  },
});
