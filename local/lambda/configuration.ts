/** A function as its template declares it. */
export type FunctionConfiguration = {
  name: string;
  arn: string;
  /** Folder of the deployed bundle. */
  codeFolder: string;
  codeHash: string;
  handler: string;
  runtime: string;
  memoryMiB: number;
  timeoutSeconds: number;
  environment: Readonly<Record<string, string>>;
  roleArn: string;
  logGroup: string;
  jsonLogs: boolean;
  /** The lowest level of the function's own lines that is kept, and of Lambda's; of JSON logs only. */
  logLevel?: string;
  systemLogLevel?: string;
  architecture: string;
  description: string;
  tags?: Readonly<Record<string, string>>;
  /** The queue or topic of events that could not be processed. */
  deadLetterArn?: string;
  /** Whether the function may invoke itself over and over, by way of queues and topics. Default: no. */
  recursionAllowed?: boolean;
  /** Undefined where the function shares the account's concurrency. */
  reservedConcurrency?: number;
};

/** What an invocation ended with. */
export type InvocationResult =
  | { ok: true; payload: string; report: Report }
  | { ok: false; error: FunctionError; report: Report };

/** As the runtime describes an error to the caller. */
export type FunctionError = { errorType: string; errorMessage: string; trace?: string[] };

export type Report = { durationMs: number; billedMs: number; initMs?: number; maxMemoryMiB: number };
