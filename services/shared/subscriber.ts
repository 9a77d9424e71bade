import type * as z from 'zod';
import { parse } from './input.ts';
import { log, startLog } from './task.ts';

type LambdaContext = { awsRequestId: string };

/**
 * A step as the target of an EventBridge rule. The schema should drop fields that it does not know; an error is logged
 * and thrown on, so that EventBridge tries again and at last hands the event to the dead-letter queue.
 */
export const subscriber =
  <Schema extends z.ZodType>(schema: Schema, step: (event: z.output<Schema>) => Promise<void>) =>
  async (event: unknown, context?: LambdaContext): Promise<void> => {
    startLog(context, {});
    try {
      await step(parse(schema, event));
    } catch (error) {
      log('error', error instanceof Error ? error.message : 'failed', { error });
      throw error;
    }
  };
