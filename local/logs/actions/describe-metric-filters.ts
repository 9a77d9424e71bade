import { AwsError } from '../../aws/error.ts';
import { text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkLogsInput, GROUP_NAME, LIMIT, NEXT_TOKEN, STREAM_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';
import { logsPage } from './page.ts';

const SHAPE = {
  logGroupName: GROUP_NAME,
  filterNamePrefix: STREAM_NAME,
  nextToken: NEXT_TOKEN,
  limit: LIMIT(50),
  metricName: text(),
  metricNamespace: text(),
};

type Input = {
  logGroupName?: string;
  filterNamePrefix?: string;
  nextToken?: string;
  limit?: number;
  metricName?: string;
  metricNamespace?: string;
};

/** Metric filters by group and name, in pages. */
export const describeMetricFilters = ({ filters, arnOf, groupOf }: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ logGroupName = '*' }: Input) => [
    { action: 'logs:DescribeMetricFilters', resource: arnOf(String(logGroupName)) },
  ],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const { logGroupName, filterNamePrefix = '', nextToken, limit = 50, metricName, metricNamespace } = input;
    if ((metricName === undefined) !== (metricNamespace === undefined))
      throw new AwsError('InvalidParameterException', 'metricName and metricNamespace must be given together.');
    if (logGroupName !== undefined) groupOf({ logGroupName });
    const found = filters
      .all()
      .filter(
        ({ group, name, transformations }) =>
          (logGroupName === undefined || group === logGroupName) &&
          name.startsWith(filterNamePrefix) &&
          (metricName === undefined ||
            transformations.some((each) => each.metricName === metricName && each.metricNamespace === metricNamespace)),
      );
    const { items, more } = logsPage('metric-filters', found, limit, nextToken);
    return {
      metricFilters: items.map(({ name, group, pattern, transformations, createdAt }) => ({
        filterName: name,
        filterPattern: pattern,
        metricTransformations: transformations,
        creationTime: createdAt,
        logGroupName: group,
        applyOnTransformedLogs: false,
      })),
      ...more,
    };
  },
});
