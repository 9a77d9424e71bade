import { between, length, oneOf } from '../../aws/constraints.ts';
import { checkInput, integer, list, moment, momentOf, needed, structure, text } from '../../aws/input-shape.ts';
import { pageStart, pageToken } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { checkQueries, checkTimes, type MetricDataQuery, type QueryResult, runQueries } from '../query-data.ts';
import { METRIC_DATA_QUERY, NEXT_TOKEN } from '../shapes.ts';
import type { CloudWatch } from '../state.ts';

const SHAPE = {
  MetricDataQueries: needed(list(METRIC_DATA_QUERY, length(1, 500))),
  StartTime: needed(moment()),
  EndTime: needed(moment()),
  NextToken: NEXT_TOKEN,
  ScanBy: text(oneOf(['TimestampDescending', 'TimestampAscending'])),
  MaxDatapoints: integer(between(1, 100_800)),
  LabelOptions: structure({ Timezone: text() }),
};

type Input = {
  MetricDataQueries: MetricDataQuery[];
  StartTime: unknown;
  EndTime: unknown;
  NextToken?: string;
  ScanBy?: string;
  MaxDatapoints?: number;
};

/** Most datapoints of an answer. */
const MOST = 100_800;

/** Metrics and expressions over them, by period. */
export const getMetricData = ({ store }: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: { LabelOptions: 'labels are given back as they are; what is dynamic in them is not filled in' },
  differs:
    'Periods are minutes or longer. Of metric math there are the operators and ABS, AVG, CEIL, DATAPOINT_COUNT, DIFF, FILL, FLOOR, IF, LOG, LOG10, MAX, METRIC_COUNT, METRICS, MIN, PERIOD, RATE, RUNNING_SUM, STDDEV and SUM; SEARCH, ANOMALY_DETECTION_BAND and Metrics Insights are refused.',
  permissions: () => [{ action: 'cloudwatch:GetMetricData', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { MetricDataQueries, ScanBy = 'TimestampDescending', MaxDatapoints = MOST, NextToken } = input;
    const [from, to] = [momentOf(input.StartTime), momentOf(input.EndTime)];
    checkTimes(from, to);
    checkQueries(MetricDataQueries);
    const first = pageStart('metric-data', NextToken, 0);
    const results = runQueries(store, MetricDataQueries, from, to);
    const page = paged(results, ScanBy === 'TimestampDescending', first, first + MaxDatapoints);
    const all = results.reduce((sum, { series }) => sum + series.size, 0);
    const next = first + MaxDatapoints;
    return {
      MetricDataResults: page,
      Messages: [],
      ...(all > next ? { NextToken: pageToken('metric-data', next) } : {}),
    };
  },
});

/** The datapoints from one number to another, counted through all results. */
const paged = (results: readonly QueryResult[], descending: boolean, from: number, to: number): object[] => {
  let before = 0;
  return results.map(({ query, label, series }) => {
    const sorted = [...series].sort(([one], [other]) => (descending ? other - one : one - other));
    const shown = sorted.slice(Math.max(0, from - before), Math.max(0, to - before));
    before += sorted.length;
    return {
      Id: query.Id,
      Label: label,
      Timestamps: shown.map(([at]) => new Date(at)),
      Values: shown.map(([, value]) => value),
      StatusCode: before > to ? 'PartialData' : 'Complete',
    };
  });
};
