import { AwsError } from '../../aws/error.ts';
import { type Distribution, percentile } from './distribution.ts';

export const STATISTICS = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const;

export type Read = (distribution: Distribution) => number | undefined;

const READS: Readonly<Record<string, Read>> = {
  SampleCount: ({ count }) => count,
  Average: ({ sum, count }) => sum / count,
  Sum: ({ sum }) => sum,
  Minimum: ({ min }) => min,
  Maximum: ({ max }) => max,
};

const PERCENTILE = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/;

/** The values of a statistic other than the plain ones and percentiles, which AWS has and the runtime lacks. */
const OTHER = /^(?:(?:tm|wm|tc|ts|pr)\d|(?:TM|WM|TC|TS|PR)\(|IQM$)/i;

/** What a statistic reads, such as `Sum` or `p99.9`. Throws `InvalidParameterValue` for one that there is not. */
export const readerOf = (statistic: string): Read => {
  const plain = Object.hasOwn(READS, statistic) ? READS[statistic] : undefined;
  if (plain) return plain;
  const [, percent] = PERCENTILE.exec(statistic) ?? [];
  if (percent !== undefined) return (distribution) => percentile(distribution, Number(percent));
  throw new AwsError(
    'InvalidParameterValue',
    OTHER.test(statistic)
      ? `The embedded runtime does not do the statistic ${statistic}; it has ${STATISTICS.join(', ')} and percentiles such as p99.`
      : `The value ${statistic} for parameter Stat is not supported.`,
  );
};
