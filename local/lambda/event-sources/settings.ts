import { between, check, optional } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { compileFilters } from './filter.ts';
import type { Mapping } from './mapping.ts';

/** What a caller or a template says of a mapping; numbers and switches that come by way of a parameter are texts. */
export type MappingInput = {
  FunctionName?: string;
  EventSourceArn?: string;
  Enabled?: boolean | string;
  BatchSize?: number | string;
  MaximumBatchingWindowInSeconds?: number | string;
  StartingPosition?: string;
  FilterCriteria?: { Filters?: { Pattern?: string }[] };
  FunctionResponseTypes?: string[];
  ParallelizationFactor?: number | string;
  BisectBatchOnFunctionError?: boolean | string;
  MaximumRetryAttempts?: number | string;
  MaximumRecordAgeInSeconds?: number | string;
  DestinationConfig?: { OnFailure?: { Destination?: string } };
  ScalingConfig?: { MaximumConcurrency?: number | string };
  TumblingWindowInSeconds?: number | string;
};

type Settings = Omit<Mapping, 'uuid' | 'sourceArn' | 'source' | 'functionArn' | 'modifiedAt' | 'startingPosition'>;

export const invalid = (message: string): AwsError => new AwsError('InvalidParameterValueException', message);

const number = (name: string, value: unknown, least: number, most: number): number => {
  check(optional(name, value, [between(least, most)]));
  return Math.trunc(Number(value));
};

const STREAM_ONLY = [
  'ParallelizationFactor',
  'BisectBatchOnFunctionError',
  'MaximumRetryAttempts',
  'MaximumRecordAgeInSeconds',
  'DestinationConfig',
] as const;

/** The most filters of one mapping, and the longest pattern, in characters. */
const MOST_FILTERS = 5;
const LONGEST_PATTERN = 4096;

/**
 * Reads what is said of a mapping, with what was `before` for what is left unsaid. Throws
 * `InvalidParameterValueException` or `ValidationException`, as Lambda does.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
export const readSettings = (
  input: MappingInput,
  { source, isFifo }: { source: Mapping['source']; isFifo: boolean },
  before?: Settings,
): Settings => {
  if (Number(input.TumblingWindowInSeconds ?? 0) !== 0)
    throw invalid(
      'The embedded runtime has no tumbling windows: leave TumblingWindowInSeconds out and aggregate in a table.',
    );
  const misplaced = source === 'queue' ? STREAM_ONLY.find((name) => input[name] !== undefined) : undefined;
  if (misplaced) throw invalid(`${misplaced} is not valid for SQS event sources.`);
  if (source === 'stream' && input.ScalingConfig?.MaximumConcurrency !== undefined)
    throw invalid('ScalingConfig is only valid for SQS event sources.');
  const settings: Settings = {
    enabled: input.Enabled === undefined ? (before?.enabled ?? true) : String(input.Enabled) === 'true',
    batchSize:
      input.BatchSize === undefined
        ? (before?.batchSize ?? (source === 'queue' ? 10 : 100))
        : number('batchSize', input.BatchSize, 1, 10_000),
    windowSeconds:
      input.MaximumBatchingWindowInSeconds === undefined
        ? (before?.windowSeconds ?? 0)
        : number('maximumBatchingWindowInSeconds', input.MaximumBatchingWindowInSeconds, 0, 300),
    filters: input.FilterCriteria === undefined ? (before?.filters ?? []) : readFilters(input.FilterCriteria),
    reportFailures:
      input.FunctionResponseTypes === undefined
        ? (before?.reportFailures ?? false)
        : readResponseTypes(input.FunctionResponseTypes),
    parallelization:
      input.ParallelizationFactor === undefined
        ? (before?.parallelization ?? 1)
        : number('parallelizationFactor', input.ParallelizationFactor, 1, 10),
    bisect:
      input.BisectBatchOnFunctionError === undefined
        ? (before?.bisect ?? false)
        : String(input.BisectBatchOnFunctionError) === 'true',
    maximumRetries:
      input.MaximumRetryAttempts === undefined
        ? (before?.maximumRetries ?? -1)
        : number('maximumRetryAttempts', input.MaximumRetryAttempts, -1, 10_000),
    maximumAgeSeconds:
      input.MaximumRecordAgeInSeconds === undefined
        ? (before?.maximumAgeSeconds ?? -1)
        : number('maximumRecordAgeInSeconds', input.MaximumRecordAgeInSeconds, -1, 604_800),
    ...given('onFailure', destinationOf(input, before)),
    ...given('maximumConcurrency', concurrencyOf(input, before)),
  };
  if (settings.maximumAgeSeconds >= 0 && settings.maximumAgeSeconds < 60)
    throw invalid('MaximumRecordAgeInSeconds must be -1 or at least 60.');
  if (isFifo && settings.windowSeconds > 0) throw invalid('Batching window is not supported for FIFO queues.');
  if (source === 'queue' && settings.batchSize > 10) {
    if (isFifo) throw invalid('Batch size must be less than or equal to 10 for FIFO queues.');
    if (settings.windowSeconds === 0)
      throw invalid('Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10');
  }
  return settings;
};

const given = <Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } =>
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };

const readFilters = ({ Filters = [] }: { Filters?: { Pattern?: string }[] }): string[] => {
  if (Filters.length > MOST_FILTERS)
    throw invalid(`Exceeded the maximum number of filters, ${MOST_FILTERS}, of an event source mapping.`);
  const patterns = Filters.map(({ Pattern = '{}' }) => Pattern);
  try {
    if (patterns.some((pattern) => pattern.length > LONGEST_PATTERN)) throw new Error('too long');
    compileFilters(patterns);
  } catch {
    throw invalid('Invalid filter pattern definition.');
  }
  return patterns;
};

const readResponseTypes = (types: readonly string[]): boolean => {
  const unknown = types.find((type) => type !== 'ReportBatchItemFailures');
  if (unknown === undefined) return types.length > 0;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value '[${unknown}]' at 'functionResponseTypes' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [ReportBatchItemFailures]]`,
  );
};

const DESTINATION = /^arn:aws:(?:sqs:[\w-]+:\d{12}:[\w-]+|sns:[\w-]+:\d{12}:[\w-]+|s3:::[\w.-]+)$/;

const destinationOf = ({ DestinationConfig }: MappingInput, before?: Settings): string | undefined => {
  if (DestinationConfig === undefined) return before?.onFailure;
  const { Destination } = DestinationConfig.OnFailure ?? {};
  if (Destination === undefined || DESTINATION.test(Destination)) return Destination;
  throw invalid(
    `The provided destination config DestinationConfig(onSuccess=null, onFailure=OnFailure(destination=${Destination})) is invalid.`,
  );
};

const concurrencyOf = ({ ScalingConfig }: MappingInput, before?: Settings): number | undefined => {
  if (ScalingConfig === undefined) return before?.maximumConcurrency;
  const { MaximumConcurrency } = ScalingConfig;
  return MaximumConcurrency === undefined
    ? undefined
    : number('scalingConfig.maximumConcurrency', MaximumConcurrency, 2, 1000);
};
