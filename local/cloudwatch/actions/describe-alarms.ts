import { between, length, oneOf } from '../../aws/constraints.ts';
import { checkInput, integer, list, text } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { invalidCombination } from '../errors.ts';
import { ALARM_NAME, ALARM_NAMES, NEXT_TOKEN, STATE } from '../shapes.ts';
import { alarmArn, type CloudWatch } from '../state.ts';
import { alarmAnswer } from './alarm-answer.ts';

const SHAPE = {
  AlarmNames: ALARM_NAMES,
  AlarmNamePrefix: ALARM_NAME,
  AlarmTypes: list(text(oneOf(['CompositeAlarm', 'MetricAlarm', 'LogAlarm']))),
  StateValue: STATE,
  ActionPrefix: text(length(1, 1024)),
  MaxRecords: integer(between(1, 100)),
  NextToken: NEXT_TOKEN,
};

type Input = {
  AlarmNames?: string[];
  AlarmNamePrefix?: string;
  AlarmTypes?: string[];
  StateValue?: string;
  ActionPrefix?: string;
  MaxRecords?: number;
  NextToken?: string;
};

/** Alarms by name, in pages. */
export const describeAlarms = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'There are no composite alarms here.',
  permissions: () => [{ action: 'cloudwatch:DescribeAlarms', resource: alarmArn(cloudWatch, '*') }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { AlarmNames, AlarmNamePrefix, AlarmTypes, StateValue, ActionPrefix, MaxRecords = 50, NextToken } = input;
    if (AlarmNames?.length && AlarmNamePrefix !== undefined)
      throw invalidCombination('AlarmNamePrefix and AlarmNames cannot be specified at the same time.');
    const after = pageStart('alarms', NextToken, '');
    const found = cloudWatch.alarms.store.all().filter(({ settings, state }) => {
      const actions = [settings.OKActions, settings.AlarmActions, settings.InsufficientDataActions].flat();
      return (
        settings.AlarmName > after &&
        (!AlarmNames?.length || AlarmNames.includes(settings.AlarmName)) &&
        settings.AlarmName.startsWith(AlarmNamePrefix ?? '') &&
        (!AlarmTypes?.length || AlarmTypes.includes('MetricAlarm')) &&
        (StateValue === undefined || state.value === StateValue) &&
        (ActionPrefix === undefined || actions.some((action) => action?.startsWith(ActionPrefix)))
      );
    });
    const { items, more } = pageOf('alarms', found, MaxRecords, ({ settings }) => settings.AlarmName);
    return { MetricAlarms: items.map(alarmAnswer), CompositeAlarms: [], ...more };
  },
});
