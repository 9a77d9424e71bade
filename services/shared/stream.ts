import type * as z from 'zod';
import { parse } from './input.ts';
import { log, startLog } from './task.ts';

type LambdaContext = { awsRequestId: string };
export type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] };

/** A step as the reader of a stream, which answers from which record on a batch has to come again. */
export const stream =
  <Schema extends z.ZodType>(schema: Schema, step: (batch: z.output<Schema>) => Promise<BatchAnswer>) =>
  async (event: unknown, context?: LambdaContext): Promise<BatchAnswer> => {
    startLog(context, {});
    try {
      return await step(parse(schema, event));
    } catch (error) {
      log('error', error instanceof Error ? error.message : 'failed', { error });
      throw error;
    }
  };
