import * as z from 'zod';
import { parse } from './input.ts';
import { log, startLog, type Trace } from './task.ts';

type LambdaContext = { awsRequestId: string };

const Announced = z.object({
  detail: z.object({ metadata: z.object({ eventId: z.string(), correlationId: z.string() }) }),
});
const Sent = z.object({ id: z.string() });

/** The action that an event is of, and the event as what is done next follows from it. AWS's own events name no action. */
const traceOf = (event: unknown): Partial<Trace> => {
  const announced = Announced.safeParse(event).data?.detail.metadata;
  if (announced) return { correlationId: announced.correlationId, causationId: announced.eventId };
  return { causationId: Sent.safeParse(event).data?.id };
};

/**
 * A step as the target of an EventBridge rule. The schema should drop fields that it does not know; how it ended is
 * logged under the event's identifiers, and an error thrown on, so that EventBridge tries again and at last hands the event to the dead-letter queue.
 */
export const subscriber =
  <Schema extends z.ZodType>(schema: Schema, step: (event: z.output<Schema>) => Promise<void>) =>
  async (event: unknown, context?: LambdaContext): Promise<void> => {
    startLog(context, traceOf(event));
    try {
      await step(parse(schema, event));
      log('info', 'done');
    } catch (error) {
      log('error', error instanceof Error ? error.message : 'failed', { error });
      throw error;
    }
  };
