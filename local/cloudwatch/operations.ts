import type { Operation } from '../aws/service.ts';
import { deleteAlarms } from './actions/delete-alarms.ts';
import { deleteDashboards } from './actions/delete-dashboards.ts';
import { describeAlarmHistory } from './actions/describe-alarm-history.ts';
import { describeAlarms } from './actions/describe-alarms.ts';
import { describeAlarmsForMetric } from './actions/describe-alarms-for-metric.ts';
import { disableAlarmActions } from './actions/disable-alarm-actions.ts';
import { enableAlarmActions } from './actions/enable-alarm-actions.ts';
import { getDashboard } from './actions/get-dashboard.ts';
import { getMetricData } from './actions/get-metric-data.ts';
import { getMetricStatistics } from './actions/get-metric-statistics.ts';
import { listDashboards } from './actions/list-dashboards.ts';
import { listMetrics } from './actions/list-metrics.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { putDashboard } from './actions/put-dashboard.ts';
import { putMetricAlarm } from './actions/put-metric-alarm.ts';
import { putMetricData } from './actions/put-metric-data.ts';
import { setAlarmState } from './actions/set-alarm-state.ts';
import { tagResource } from './actions/tag-resource.ts';
import { untagResource } from './actions/untag-resource.ts';
import type { CloudWatch } from './state.ts';

/** Every operation of CloudWatch. */
export const operationsOf = (cloudWatch: CloudWatch): Record<string, Operation> => ({
  DeleteAlarms: deleteAlarms(cloudWatch),
  DeleteDashboards: deleteDashboards(cloudWatch),
  DescribeAlarmHistory: describeAlarmHistory(cloudWatch),
  DescribeAlarms: describeAlarms(cloudWatch),
  DescribeAlarmsForMetric: describeAlarmsForMetric(cloudWatch),
  DisableAlarmActions: disableAlarmActions(cloudWatch),
  EnableAlarmActions: enableAlarmActions(cloudWatch),
  GetDashboard: getDashboard(cloudWatch),
  GetMetricData: getMetricData(cloudWatch),
  GetMetricStatistics: getMetricStatistics(cloudWatch),
  ListDashboards: listDashboards(cloudWatch),
  ListMetrics: listMetrics(cloudWatch),
  ListTagsForResource: listTagsForResource(cloudWatch),
  PutDashboard: putDashboard(cloudWatch),
  PutMetricAlarm: putMetricAlarm(cloudWatch),
  PutMetricData: putMetricData(cloudWatch),
  SetAlarmState: setAlarmState(cloudWatch),
  TagResource: tagResource(cloudWatch),
  UntagResource: untagResource(cloudWatch),
});
