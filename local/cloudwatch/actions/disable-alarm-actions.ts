import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ALARM_NAMES } from '../shapes.ts';
import { alarmArn, type CloudWatch } from '../state.ts';

const SHAPE = { AlarmNames: needed(ALARM_NAMES) };

type Input = { AlarmNames: string[] };

/** Keeps alarms from acting; their states go on changing. Names of which there is no alarm are passed over, as on AWS. */
export const disableAlarmActions = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ AlarmNames }: Input) =>
    (Array.isArray(AlarmNames) ? AlarmNames : []).map((name) => ({
      action: 'cloudwatch:DisableAlarmActions',
      resource: alarmArn(cloudWatch, String(name)),
    })),
  run(input: Input) {
    checkInput(SHAPE, input);
    for (const { settings } of input.AlarmNames.flatMap((name) => cloudWatch.alarms.store.get(name) ?? []))
      cloudWatch.alarms.put({ ...settings, ActionsEnabled: false });
    return {};
  },
});
