/** An event source mapping: what is read, and how its records come to a function. Times are milliseconds since the epoch. */
export type Mapping = {
  uuid: string;
  /** The queue or the stream that is read. */
  sourceArn: string;
  source: 'queue' | 'stream';
  /** The function as it is invoked, with the alias or version that the mapping names. */
  functionArn: string;
  enabled: boolean;
  batchSize: number;
  windowSeconds: number;
  /** Event patterns as text; a record must match one of them. None: every record counts. */
  filters: readonly string[];
  reportFailures: boolean;
  /** Of streams. */
  startingPosition?: 'TRIM_HORIZON' | 'LATEST';
  parallelization: number;
  bisect: boolean;
  /** -1: until the record expires. */
  maximumRetries: number;
  /** -1: as long as the stream keeps it. */
  maximumAgeSeconds: number;
  onFailure?: string;
  /** Of queues: batches under way at once. */
  maximumConcurrency?: number;
  modifiedAt: number;
};

/** The most that one invocation carries, in bytes: a synchronous request's limit. */
export const LARGEST_EVENT = 6 * 2 ** 20;

/** How a mapping is doing, as `LastProcessingResult` tells it. */
export type Tell = (uuid: string, result: string) => void;
