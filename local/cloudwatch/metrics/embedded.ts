import { UNITS } from './metric.ts';
import type { MetricStore } from './store.ts';

/** Most metrics of a line, and values of a metric. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
const MOST = 100;

/** Most dimensions of a set. */
const MOST_DIMENSIONS = 30;

/** What Lambda's `console.log` puts before a text: the time, the request and the level. */
const LAMBDA_PREFIX = /^\d{4}-[\dT:.-]+Z\t[\w-]*\t[A-Z]+\t/;

type Definition = { Name?: unknown; Unit?: unknown };
type Directive = { Namespace?: unknown; Dimensions?: unknown; Metrics?: unknown };

/**
 * Takes the metrics out of a log line in the Embedded Metric Format; a line, a directive or a metric that the format does
 * not allow gives none, as on AWS, and stays a line.
 */
export const putEmbedded = (store: MetricStore, message: string): void => {
  if (!message.includes('"_aws"') || !message.includes('CloudWatchMetrics')) return;
  let root: Record<string, unknown>;
  try {
    root = JSON.parse(message.replace(LAMBDA_PREFIX, ''));
  } catch {
    return;
  }
  if (typeof root !== 'object' || root === null) return;
  const { Timestamp, CloudWatchMetrics } = (root._aws ?? {}) as { Timestamp?: unknown; CloudWatchMetrics?: unknown };
  if (typeof Timestamp !== 'number' || !Array.isArray(CloudWatchMetrics)) return;
  for (const directive of CloudWatchMetrics) putDirective(store, root, directive ?? {}, Timestamp);
};

const putDirective = (store: MetricStore, root: Record<string, unknown>, directive: Directive, at: number): void => {
  const { Namespace: namespace, Dimensions, Metrics } = directive;
  if (typeof namespace !== 'string' || namespace === '' || namespace.length > 1024) return;
  if (!Array.isArray(Metrics) || Metrics.length > MOST || !Array.isArray(Dimensions)) return;
  const sets = Dimensions.map((names) => dimensionSet(root, names)).filter((set) => set !== undefined);
  for (const { Name: name, Unit } of Metrics as Definition[]) {
    if (typeof name !== 'string') continue;
    const values = valuesOf(root[name]);
    const unit = Unit === undefined ? 'None' : Unit;
    if (!values || typeof unit !== 'string' || !UNITS.includes(unit)) continue;
    for (const dimensions of sets)
      for (const value of values) store.put({ namespace, name, dimensions }, value, { unit, at });
  }
};

/** The dimensions that a set names; undefined where one of them is not a text of the line. */
const dimensionSet = (root: Record<string, unknown>, names: unknown): Record<string, string> | undefined => {
  if (!Array.isArray(names) || names.length > MOST_DIMENSIONS) return undefined;
  const dimensions: Record<string, string> = {};
  for (const name of names) {
    const value = typeof name === 'string' && Object.hasOwn(root, name) ? root[name] : undefined;
    if (typeof value !== 'string' || value === '' || value.length > 1024) return undefined;
    dimensions[name] = value;
  }
  return dimensions;
};

const valuesOf = (value: unknown): number[] | undefined => {
  const values = Array.isArray(value) ? value : [value];
  const numbers = values.every((each) => typeof each === 'number' && Number.isFinite(each));
  return numbers && values.length <= MOST ? (values as number[]) : undefined;
};
