import type { Json, JsonObject } from './json.ts';

export const STATE_TYPES = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'] as const;
export type StateType = (typeof STATE_TYPES)[number];
export type QueryLanguageName = 'JSONata' | 'JSONPath';

export type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
};

export type Catcher = {
  ErrorEquals: string[];
  Next: string;
  Output?: Json;
  Assign?: JsonObject;
  ResultPath?: string | null;
};

/** A rule of a Choice state: `Condition` in JSONata; in JSONPath the operators, which `Rule` leaves open. */
export type Rule = { Next: string; Condition?: Json; Output?: Json; Assign?: JsonObject } & JsonObject;

/** A chain of states with one entry: a whole machine, a branch of Parallel, the processor of Map. */
export type Block = { StartAt: string; States: Record<string, State> };

export type Processor = Block & {
  ProcessorConfig?: { Mode?: 'INLINE' | 'DISTRIBUTED'; ExecutionType?: 'STANDARD' | 'EXPRESS' };
};

/** Where a Distributed Map finds its items in S3. */
export type ItemReader = { Resource: string; Parameters?: Json; Arguments?: Json; ReaderConfig?: ReaderConfig };

export type ReaderConfig = {
  InputType?: 'CSV' | 'JSON' | 'JSONL' | 'PARQUET' | 'MANIFEST';
  ManifestType?: 'S3_INVENTORY' | 'ATHENA_DATA';
  Transformation?: 'NONE' | 'LOAD_AND_FLATTEN';
  CSVDelimiter?: 'COMMA' | 'PIPE' | 'SEMICOLON' | 'SPACE' | 'TAB';
  CSVHeaderLocation?: 'FIRST_ROW' | 'GIVEN';
  CSVHeaders?: string[];
  ItemsPointer?: string;
  MaxItems?: number | string;
  MaxItemsPath?: string;
};

/** How a Distributed Map groups items into the inputs of its children. */
export type ItemBatcher = {
  BatchInput?: Json;
  MaxItemsPerBatch?: number | string;
  MaxItemsPerBatchPath?: string;
  MaxInputBytesPerBatch?: number | string;
  MaxInputBytesPerBatchPath?: string;
};

/** How and where a Distributed Map leaves the results of its children. */
export type ResultWriter = { Resource?: string; Parameters?: Json; Arguments?: Json; WriterConfig?: WriterConfig };

export type WriterConfig = { OutputType?: 'JSON' | 'JSONL'; Transformation?: 'NONE' | 'COMPACT' | 'FLATTEN' };

/** One state with every field that some type of state has; validation has seen that each stands where AWS allows it. */
export type State = {
  Type: StateType;
  QueryLanguage?: QueryLanguageName;
  Next?: string;
  End?: boolean;
  Assign?: JsonObject;
  Output?: Json;
  Arguments?: Json;
  Retry?: Retrier[];
  Catch?: Catcher[];
  Resource?: string;
  Credentials?: { RoleArn: Json };
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
  Choices?: Rule[];
  Default?: string;
  Seconds?: number | string;
  Timestamp?: string;
  Error?: string;
  Cause?: string;
  Branches?: Block[];
  ItemProcessor?: Processor;
  Iterator?: Processor;
  Items?: Json;
  ItemSelector?: Json;
  Label?: string;
  ItemReader?: ItemReader;
  ItemBatcher?: ItemBatcher;
  ResultWriter?: ResultWriter;
  MaxConcurrency?: number | string;
  ToleratedFailureCount?: number | string;
  ToleratedFailurePercentage?: number | string;
  InputPath?: string | null;
  OutputPath?: string | null;
  ResultPath?: string | null;
  Parameters?: Json;
  ResultSelector?: JsonObject;
  Result?: Json;
  ItemsPath?: string;
  TimeoutSecondsPath?: string;
  HeartbeatSecondsPath?: string;
  SecondsPath?: string;
  TimestampPath?: string;
  ErrorPath?: string;
  CausePath?: string;
  MaxConcurrencyPath?: string;
  ToleratedFailureCountPath?: string;
  ToleratedFailurePercentagePath?: string;
};

export type Definition = Block & {
  Comment?: string;
  Version?: string;
  TimeoutSeconds?: number;
  QueryLanguage?: QueryLanguageName;
};
