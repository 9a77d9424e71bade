import { length, oneOf } from '../../aws/constraints.ts';
import { checkInput, integer, list, moment, momentOf, needed, structure, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { invalidCombination, invalidValue, missing } from '../errors.ts';
import { addTo, type Distribution, observation } from '../metrics/distribution.ts';
import { type Dimension, dimensionsOf } from '../metrics/metric.ts';
import { KEPT } from '../metrics/store.ts';
import { DIMENSIONS, METRIC_NAME, NAMESPACE, UNIT } from '../shapes.ts';
import type { CloudWatch } from '../state.ts';

const DATUM = structure({
  MetricName: needed(METRIC_NAME),
  Dimensions: DIMENSIONS,
  Timestamp: moment(),
  Value: integer(),
  StatisticValues: structure({
    SampleCount: needed(integer()),
    Sum: needed(integer()),
    Minimum: needed(integer()),
    Maximum: needed(integer()),
  }),
  Values: list(integer(), length(0, 150)),
  Counts: list(integer(), length(0, 150)),
  Unit: UNIT,
  StorageResolution: integer((value) => oneOf(['1', '60'])(value)),
});

const SHAPE = {
  Namespace: needed(NAMESPACE),
  MetricData: list(DATUM, length(0, 1000)),
  StrictEntityValidation: truth(),
};

type Datum = {
  MetricName: string;
  Dimensions?: Dimension[];
  Timestamp?: unknown;
  Value?: number;
  StatisticValues?: { SampleCount: number; Sum: number; Minimum: number; Maximum: number };
  Values?: number[];
  Counts?: number[];
  Unit?: string;
};

type Input = { Namespace: string; MetricData?: Datum[] };

/** How far in the past and in the future numbers may lie, in milliseconds. */
const OLDEST = 14 * 86_400_000;
const NEWEST = 2 * 3_600_000;

/** Takes numbers; they are on disk before the answer. */
export const putMetricData = ({ store, clock }: CloudWatch): Operation => ({
  members: ['Namespace', 'MetricData', 'StrictEntityValidation'],
  withoutEffect: { StrictEntityValidation: 'entities are not kept here, and EntityMetricData is refused' },
  differs: `Numbers are kept by the minute for ${KEPT / 86_400_000} days, those of high resolution too; of more than 100 different values a minute, percentiles are right to two percent.`,
  permissions: ({ Namespace }: Input) => [
    { action: 'cloudwatch:PutMetricData', resource: '*', context: { 'cloudwatch:namespace': [String(Namespace)] } },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Namespace: namespace, MetricData = [] } = input;
    if (MetricData.length === 0) throw missing('MetricData');
    const now = clock.now();
    const taken = MetricData.map((datum, index) => {
      const place = `MetricData.member.${index + 1}`;
      const at = datum.Timestamp === undefined ? now : momentOf(datum.Timestamp);
      if (at < now - OLDEST)
        throw invalidValue(`The parameter ${place}.Timestamp must specify a time within the past two weeks.`);
      if (at > now + NEWEST)
        throw invalidValue(
          `The parameter ${place}.Timestamp must specify a time no more than two hours in the future.`,
        );
      const dimensions = dimensionsOf(datum.Dimensions);
      if (Object.keys(dimensions).length < (datum.Dimensions?.length ?? 0))
        throw invalidValue(`No duplicate dimension names allowed in ${place}.Dimensions.`);
      return {
        metric: { namespace, name: datum.MetricName, dimensions },
        distribution: observed(datum, place),
        at,
        unit: datum.Unit,
      };
    });
    for (const { metric, distribution, at, unit } of taken)
      store.put(metric, distribution, { at, ...(unit === undefined ? {} : { unit }) });
    store.flush();
    return {};
  },
});

const observed = ({ Value, Values, Counts, StatisticValues }: Datum, place: string): Distribution => {
  if ([Value, Values, StatisticValues].filter((given) => given !== undefined).length !== 1)
    throw invalidCombination(
      `The parameters ${place}.Value, ${place}.Values and ${place}.StatisticValues are mutually exclusive and you have specified ${Value === undefined && !Values && !StatisticValues ? 'none' : 'more than one'}.`,
    );
  if (Counts && Counts.length !== Values?.length)
    throw invalidValue(`The parameters ${place}.Values and ${place}.Counts must be of the same size.`);
  const numbers = Values ?? (Value === undefined ? [] : [Value]);
  if (!numbers.every(Number.isFinite)) throw invalidValue(`The parameter ${place}.Value must be a number.`);
  if (StatisticValues) {
    const { SampleCount: count, Sum: sum, Minimum: min, Maximum: max } = StatisticValues;
    if (min > max)
      throw invalidCombination(
        `The parameter ${place}.StatisticValues.Maximum must be greater than ${place}.StatisticValues.Minimum.`,
      );
    if (count <= 0) throw invalidValue(`The parameter ${place}.StatisticValues.SampleCount must be greater than 0.`);
    return { count, sum, min, max };
  }
  const [first, ...rest] = numbers.map((value, index) => observation(value, Counts?.[index] ?? 1));
  if (!first) throw missing(`${place}.Values`);
  for (const each of rest) addTo(first, each);
  return first;
};
