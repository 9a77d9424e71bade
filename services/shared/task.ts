import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod';
import { parse } from './input.ts';

// The only file that knows Powertools. Traces are Lambda's own active tracing: the X-Ray SDK under Powertools' tracer
// alone takes as long to load as an AWS client.
const logger = new Logger({ serviceName: 'marquee' });

/** What ties every log line to the action that it follows from, and to the attempt of a workflow's state. */
export type Trace = z.output<typeof TaskTrace>;

/** Writes one structured line. */
export const log = (level: 'info' | 'warn' | 'error', message: string, fields: Record<string, unknown> = {}): void => {
  logger[level](message, fields);
};

/** Puts the identifiers on every line of this invocation; nothing of the one before stays. */
export const startLog = (context: { awsRequestId: string } | undefined, trace: Partial<Trace>): void => {
  logger.resetKeys();
  logger.appendKeys({ function_request_id: context?.awsRequestId, ...trace });
};

type LambdaContext = { awsRequestId: string };

/**
 * The identifiers that a workflow hands to each of its tasks: the action, and the attempt. A history tells no request of
 * an attempt that failed, so its log lines are found by the attempt. Executions that began earlier hand over the action alone.
 */
export const TaskTrace = z.strictObject({
  correlationId: z.string().min(1),
  causationId: z.string().min(1),
  execution: z.string().optional(),
  state: z.string().optional(),
  /** From 0, counted anew after a redrive. */
  attempt: z.int().min(0).optional(),
  /** The iteration of the Map around, from 0. */
  item: z.int().min(0).optional(),
});

const Envelope = z.strictObject({ trace: TaskTrace, input: z.unknown() });

/**
 * A step as the task of a workflow. The payload is `{ trace, input }`; the input is parsed strictly. An error is logged
 * and thrown on under its own name, which the workflow's `Retry` and `Catch` go by.
 */
export const task =
  <Schema extends z.ZodType, Output>(schema: Schema, step: (input: z.output<Schema>) => Promise<Output> | Output) =>
  async (payload: unknown, context?: LambdaContext): Promise<Output> => {
    startLog(context, {});
    try {
      const { trace, input } = parse(Envelope, payload);
      startLog(context, trace);
      const output = await step(parse(schema, input));
      log('info', 'done', { input });
      return output;
    } catch (error) {
      log('error', error instanceof Error ? error.message : 'failed', { error });
      throw error;
    }
  };
