import type { Operation } from '../aws/service.ts';
import { createLogGroup } from './actions/create-log-group.ts';
import { createLogStream } from './actions/create-log-stream.ts';
import { deleteLogGroup } from './actions/delete-log-group.ts';
import { deleteLogStream } from './actions/delete-log-stream.ts';
import { deleteMetricFilter } from './actions/delete-metric-filter.ts';
import { deleteResourcePolicy } from './actions/delete-resource-policy.ts';
import { deleteRetentionPolicy } from './actions/delete-retention-policy.ts';
import { describeLogGroups } from './actions/describe-log-groups.ts';
import { describeLogStreams } from './actions/describe-log-streams.ts';
import { describeMetricFilters } from './actions/describe-metric-filters.ts';
import { describeResourcePolicies } from './actions/describe-resource-policies.ts';
import { filterLogEvents } from './actions/filter-log-events.ts';
import { getLogEvents } from './actions/get-log-events.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { putLogEvents } from './actions/put-log-events.ts';
import { putMetricFilter } from './actions/put-metric-filter.ts';
import { putResourcePolicy } from './actions/put-resource-policy.ts';
import { putRetentionPolicy } from './actions/put-retention-policy.ts';
import { tagResource } from './actions/tag-resource.ts';
import { testMetricFilter } from './actions/test-metric-filter.ts';
import { untagResource } from './actions/untag-resource.ts';
import type { Logs } from './state.ts';

/** Every operation of CloudWatch Logs. */
export const operationsOf = (logs: Logs): Record<string, Operation> => ({
  CreateLogGroup: createLogGroup(logs),
  CreateLogStream: createLogStream(logs),
  DeleteLogGroup: deleteLogGroup(logs),
  DeleteLogStream: deleteLogStream(logs),
  DeleteMetricFilter: deleteMetricFilter(logs),
  DeleteResourcePolicy: deleteResourcePolicy(logs),
  DeleteRetentionPolicy: deleteRetentionPolicy(logs),
  DescribeLogGroups: describeLogGroups(logs),
  DescribeLogStreams: describeLogStreams(logs),
  DescribeMetricFilters: describeMetricFilters(logs),
  DescribeResourcePolicies: describeResourcePolicies(logs),
  FilterLogEvents: filterLogEvents(logs),
  GetLogEvents: getLogEvents(logs),
  ListTagsForResource: listTagsForResource(logs),
  PutLogEvents: putLogEvents(logs),
  PutMetricFilter: putMetricFilter(logs),
  PutResourcePolicy: putResourcePolicy(logs),
  PutRetentionPolicy: putRetentionPolicy(logs),
  TagResource: tagResource(logs),
  TestMetricFilter: testMetricFilter(),
  UntagResource: untagResource(logs),
});
