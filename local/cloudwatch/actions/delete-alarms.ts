import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ALARM_NAMES } from '../shapes.ts';
import { alarmArn, type CloudWatch } from '../state.ts';

const SHAPE = { AlarmNames: needed(ALARM_NAMES) };

type Input = { AlarmNames: string[] };

/** Removes alarms: all of them, or none where one is not there. */
export const deleteAlarms = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ AlarmNames }: Input) =>
    (Array.isArray(AlarmNames) ? AlarmNames : []).map((name) => ({
      action: 'cloudwatch:DeleteAlarms',
      resource: alarmArn(cloudWatch, String(name)),
    })),
  run(input: Input) {
    checkInput(SHAPE, input);
    const { alarms, tags } = cloudWatch;
    if (!input.AlarmNames.every((name) => alarms.store.get(name)))
      throw new AwsError('ResourceNotFound', 'The alarm does not exist.', 404);
    alarms.remove(input.AlarmNames);
    for (const name of input.AlarmNames) tags.removeAll(alarmArn(cloudWatch, name));
    return {};
  },
});
