import { between, oneOf } from '../../aws/constraints.ts';
import { checkInput, integer, list, moment, momentOf, text } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { ALARM_NAME, NEXT_TOKEN } from '../shapes.ts';
import { alarmArn, type CloudWatch } from '../state.ts';

const SHAPE = {
  AlarmName: ALARM_NAME,
  AlarmTypes: list(text(oneOf(['CompositeAlarm', 'MetricAlarm', 'LogAlarm']))),
  HistoryItemType: text(oneOf(['ConfigurationUpdate', 'StateUpdate', 'Action'])),
  StartDate: moment(),
  EndDate: moment(),
  MaxRecords: integer(between(1, 100)),
  NextToken: NEXT_TOKEN,
  ScanBy: text(oneOf(['TimestampDescending', 'TimestampAscending'])),
};

type Input = {
  AlarmName?: string;
  AlarmTypes?: string[];
  HistoryItemType?: string;
  StartDate?: unknown;
  EndDate?: unknown;
  MaxRecords?: number;
  NextToken?: string;
  ScanBy?: string;
};

/** What became of alarms within 30 days, those that are deleted included. */
export const describeAlarmHistory = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ AlarmName = '*' }: Input) => [
    { action: 'cloudwatch:DescribeAlarmHistory', resource: alarmArn(cloudWatch, AlarmName) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { AlarmName, AlarmTypes, HistoryItemType, StartDate, EndDate, MaxRecords = 100, NextToken, ScanBy } = input;
    const ascending = ScanBy === 'TimestampAscending';
    const after = pageStart('history', NextToken, ascending ? 0 : Number.MAX_SAFE_INTEGER);
    const found = cloudWatch.alarms.store
      .history(
        StartDate === undefined ? 0 : momentOf(StartDate),
        EndDate === undefined ? Number.MAX_SAFE_INTEGER : momentOf(EndDate),
      )
      .filter(
        ({ id, name, type }) =>
          (ascending ? id > after : id < after) &&
          (AlarmName === undefined || name === AlarmName) &&
          (!AlarmTypes?.length || AlarmTypes.includes('MetricAlarm')) &&
          (HistoryItemType === undefined || type === HistoryItemType),
      );
    const { items, more } = pageOf('history', ascending ? found : found.reverse(), MaxRecords, ({ id }) => id);
    return {
      AlarmHistoryItems: items.map(({ name, at, type, summary, data }) => ({
        AlarmName: name,
        AlarmType: 'MetricAlarm',
        Timestamp: new Date(at),
        HistoryItemType: type,
        HistorySummary: summary,
        HistoryData: data,
      })),
      ...more,
    };
  },
});
