import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import { isJson } from '../../aws/is-json.ts';
import type { Operation } from '../../aws/service.ts';
import type { StateValue } from '../alarms/alarm.ts';
import { ALARM_NAME, STATE } from '../shapes.ts';
import { alarmArn, type CloudWatch } from '../state.ts';

const SHAPE = {
  AlarmName: needed(ALARM_NAME),
  StateValue: needed(STATE),
  StateReason: needed(text(length(0, 1023))),
  StateReasonData: text(length(0, 4000)),
};

type Input = { AlarmName: string; StateValue: StateValue; StateReason: string; StateReasonData?: string };

/** Puts an alarm into a state, with all that follows from it, until it is evaluated again. */
export const setAlarmState = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ AlarmName }: Input) => [
    { action: 'cloudwatch:SetAlarmState', resource: alarmArn(cloudWatch, String(AlarmName)) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const alarm = cloudWatch.alarms.store.get(input.AlarmName);
    if (!alarm) throw new AwsError('ResourceNotFound', 'The alarm does not exist.', 404);
    const { StateValue: value, StateReason: reason, StateReasonData: reasonData } = input;
    if (reasonData !== undefined && !isJson(reasonData))
      throw new AwsError('InvalidFormat', 'StateReasonData must be JSON.');
    cloudWatch.alarms.set(alarm, { value, reason, ...(reasonData === undefined ? {} : { reasonData }) });
    return {};
  },
});
