import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { integer, list, map, needed, structure, text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Transformation } from '../metric-filters.ts';
import { compilePattern } from '../pattern/pattern.ts';
import { checkLogsInput, GROUP_NAME, PATTERN, STREAM_NAME } from '../shapes.ts';
import type { Logs } from '../state.ts';

const SHAPE = {
  logGroupName: needed(GROUP_NAME),
  filterName: needed(STREAM_NAME),
  filterPattern: needed(PATTERN),
  metricTransformations: needed(
    list(
      structure({
        metricName: needed(text(length(1, 255))),
        metricNamespace: needed(text(length(1, 255))),
        metricValue: needed(text(length(1, 100))),
        defaultValue: integer(),
        dimensions: map(text(length(1, 255))),
        unit: text(),
      }),
      length(1, 1),
    ),
  ),
  applyOnTransformedLogs: truth(),
};

/** Most filters of a group, and dimensions of a filter. */
const MOST_FILTERS = 100;
const MOST_DIMENSIONS = 3;

export type MetricFilterInput = {
  logGroupName: string;
  filterName: string;
  filterPattern: string;
  metricTransformations: Transformation[];
  applyOnTransformedLogs?: boolean;
};

/** Makes a filter that turns lines of a group into numbers, or replaces it. Throws what AWS refuses it with. */
export const keepMetricFilter = ({ filters, clock, groupOf }: Logs, input: MetricFilterInput): void => {
  checkLogsInput(SHAPE, input);
  const { filterName: name, filterPattern: pattern, metricTransformations: transformations } = input;
  const { name: group } = groupOf(input);
  const refuse = (message: string): AwsError => new AwsError('InvalidParameterException', message);
  if (input.applyOnTransformedLogs) throw refuse('The embedded runtime does not transform logs.');
  compilePattern(pattern);
  for (const { dimensions = {}, defaultValue, metricValue } of transformations) {
    if (Object.keys(dimensions).length > MOST_DIMENSIONS)
      throw refuse(`A metric filter can have at most ${MOST_DIMENSIONS} dimensions.`);
    if (Object.keys(dimensions).length > 0 && defaultValue !== undefined)
      throw refuse('Invalid metric transformation: dimensions and default value are mutually exclusive properties.');
    if (!metricValue.startsWith('$') && !Number.isFinite(Number(metricValue)))
      throw refuse(`Invalid metric transformation: ${metricValue} is neither a number nor a name in the pattern.`);
  }
  if (filters.of(group).filter((filter) => filter.name !== name).length >= MOST_FILTERS)
    throw new AwsError('LimitExceededException', 'Resource limit exceeded.');
  filters.put({ name, group, pattern, transformations, createdAt: clock.now() });
};

export const putMetricFilter = (logs: Logs): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ logGroupName }: MetricFilterInput) => [
    { action: 'logs:PutMetricFilter', resource: logs.arnOf(String(logGroupName)) },
  ],
  run(input: MetricFilterInput) {
    keepMetricFilter(logs, input);
    return {};
  },
});
