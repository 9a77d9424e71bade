import { length, oneOf } from '../../aws/constraints.ts';
import { checkInput, list, needed, structure, text, truth } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { dimensionList, type Metric } from '../metrics/metric.ts';
import { METRIC_NAME, NAMESPACE, NEXT_TOKEN } from '../shapes.ts';
import type { CloudWatch } from '../state.ts';

const SHAPE = {
  Namespace: NAMESPACE,
  MetricName: METRIC_NAME,
  Dimensions: list(structure({ Name: needed(text(length(1, 255))), Value: text(length(1, 1024)) }), length(0, 10)),
  NextToken: NEXT_TOKEN,
  RecentlyActive: text(oneOf(['PT3H'])),
  IncludeLinkedAccounts: truth(),
};

type Input = {
  Namespace?: string;
  MetricName?: string;
  Dimensions?: { Name: string; Value?: string }[];
  NextToken?: string;
  RecentlyActive?: string;
};

/** Metrics of a page, and how long after its last number a metric is listed, in milliseconds. */
const PAGE = 500;
const LISTED = 14 * 86_400_000;
const RECENT = 3 * 3_600_000;

/** The metrics that had numbers within two weeks. */
export const listMetrics = ({ store, clock }: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: { IncludeLinkedAccounts: 'there are no other accounts here' },
  differs: 'A metric is listed at once, not after some minutes.',
  permissions: () => [{ action: 'cloudwatch:ListMetrics', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Namespace, MetricName, Dimensions = [], NextToken, RecentlyActive } = input;
    const wanted = ({ namespace, name, dimensions }: Metric): boolean =>
      (Namespace === undefined || namespace === Namespace) &&
      (MetricName === undefined || name === MetricName) &&
      Dimensions.every(({ Name, Value }) =>
        Value === undefined ? Object.hasOwn(dimensions, Name) : dimensions[Name] === Value,
      );
    const since = clock.now() - (RecentlyActive === undefined ? LISTED : RECENT);
    const found: Metric[] = [];
    for (const metric of store.list(since, pageStart<Metric | undefined>('metrics', NextToken, undefined))) {
      if (wanted(metric)) found.push(metric);
      if (found.length > PAGE) break;
    }
    const { items, more } = pageOf('metrics', found, PAGE, (metric) => metric);
    return {
      Metrics: items.map(({ namespace, name, dimensions }) => ({
        Namespace: namespace,
        MetricName: name,
        Dimensions: dimensionList(dimensions),
      })),
      ...more,
    };
  },
});
