import type { Alarm } from '../alarms/alarm.ts';

/** An alarm as it is described. */
export const alarmAnswer = ({ arn, settings, state, configuredAt }: Alarm): object => ({
  ...settings,
  ActionsEnabled: settings.ActionsEnabled ?? true,
  OKActions: settings.OKActions ?? [],
  AlarmActions: settings.AlarmActions ?? [],
  InsufficientDataActions: settings.InsufficientDataActions ?? [],
  ...(settings.Metrics ? {} : { Dimensions: settings.Dimensions ?? [] }),
  AlarmArn: arn,
  AlarmConfigurationUpdatedTimestamp: new Date(configuredAt),
  StateValue: state.value,
  StateReason: state.reason,
  ...(state.reasonData === undefined ? {} : { StateReasonData: state.reasonData }),
  StateUpdatedTimestamp: new Date(state.updatedAt),
  StateTransitionedTimestamp: new Date(state.transitionedAt),
});
