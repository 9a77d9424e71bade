import * as z from 'zod';
import { objectOf } from './http.ts';
import { InvalidInputError, parse } from './input.ts';
import { Refusal } from './refusal.ts';
import { log, startLog } from './task.ts';

/** The parts of a WebSocket API's event that a function reads. */
const SocketEvent = z.object({
  body: z.string().optional(),
  queryStringParameters: z.record(z.string(), z.string()).nullish(),
  requestContext: z.object({ connectionId: z.string(), requestId: z.string().optional() }),
});

type LambdaContext = { awsRequestId: string };

type Told = { statusCode: number; body?: string };

type Options = {
  /** Tells a client that is connected why its message was refused; a client that is not yet gets the status alone. */
  tell?: (connectionId: string, text: string) => Promise<unknown>;
};

/**
 * A step as a route of the WebSocket API. Its input is the connection's id with the query of `$connect` or the JSON of a message;
 * `action`, which has led here, is left out.
 */
export const socketRoute =
  <Schema extends z.ZodType>(
    schema: Schema,
    step: (input: z.output<Schema>) => Promise<void>,
    { tell }: Options = {},
  ) =>
  async (event: unknown, context?: LambdaContext): Promise<Told> => {
    let connectionId = '';
    try {
      const { body, queryStringParameters: query, requestContext } = parse(SocketEvent, event);
      connectionId = requestContext.connectionId;
      startLog(context, { causationId: requestContext.requestId });
      const { action: _, ...said }: { action?: unknown } = objectOf(body ?? '');
      await step(parse(schema, { ...query, ...said, connectionId }));
      return { statusCode: 200 };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status === 500) log('error', error instanceof Error ? error.message : 'failed', { error });
      const { status, code, message, field } = refusal;
      const text = JSON.stringify({ type: 'refused', error: { code, message, field } });
      // Whoever is refused may have left.
      await tell?.(connectionId, text).catch((cause) =>
        log('warn', 'a client was not told of its refusal', { error: cause }),
      );
      return { statusCode: tell ? 200 : status, body: text };
    }
  };

const refusalOf = (error: unknown): Pick<Refusal, 'status' | 'code' | 'message' | 'field'> => {
  if (error instanceof Refusal) return error;
  if (error instanceof InvalidInputError)
    return { status: 400, code: 'invalid-input', message: error.message, field: error.field };
  return { status: 500, code: 'internal', message: 'Something went wrong on our side; try again.', field: undefined };
};
