import * as z from 'zod';
import { type Caller, callerOf } from './caller.ts';
import { InvalidInputError, parse } from './input.ts';
import { Refusal } from './refusal.ts';
import { log, startLog } from './task.ts';

/** The parts of an HTTP API request (payload format 2.0) that a function reads. */
const Request = z.object({
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }).optional(),
  }),
});

type Route<Schema extends z.ZodType> = {
  /** Any of these roles is enough. */
  allow: readonly string[];
  /** Of path, query and JSON body together, and of the header `If-Match` where the route takes it, as `ifMatch`. */
  input: Schema;
  /** Whether the caller says by `If-Match` which version it changes. */
  conditional?: boolean;
  /** Answered on success. */
  status: number;
};

export type Answer = { statusCode: number; headers: Record<string, string>; body: string };

type LambdaContext = { awsRequestId: string };

/**
 * A step as a route of the HTTP API. Whoever lacks the role gets 403, input that does not fit 400, a `Refusal` its own
 * status, all as `{ error: { code, message, field? } }`; anything else is logged and answered 500 without its details.
 */
export const api =
  <Schema extends z.ZodType>(
    { allow, input, status, conditional = false }: Route<Schema>,
    step: (input: z.output<Schema>, caller: Caller) => Promise<object>,
  ) =>
  async (event: unknown, context?: LambdaContext): Promise<Answer> => {
    try {
      const request = parse(Request, event);
      const { requestId } = request.requestContext;
      startLog(context, { causationId: requestId });
      const caller = callerOf(request.requestContext.authorizer?.jwt.claims ?? {}, requestId);
      if (!allow.some((role) => caller.roles.includes(role))) {
        throw new Refusal(403, 'forbidden', `This needs one of the roles ${allow.join(', ')}.`);
      }
      const { queryStringParameters: query, pathParameters: path } = request;
      const condition = conditional ? { ifMatch: request.headers?.['if-match'] } : {};
      const output = await step(parse(input, { ...query, ...bodyOf(request), ...condition, ...path }), caller);
      // The action that everything else follows from begins here, where it has an identifier.
      log('info', 'answered', {
        status,
        ...('correlationId' in output ? { correlationId: output.correlationId } : {}),
      });
      return answer(status, output, 'version' in output ? { etag: `"${output.version}"` } : {});
    } catch (error) {
      return refused(error);
    }
  };

const bodyOf = ({ body, isBase64Encoded }: z.output<typeof Request>): object => {
  if (body === undefined || body === '') return {};
  try {
    const parsed: unknown = JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw new Refusal(400, 'invalid-json', `The body is not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
  throw new Refusal(400, 'invalid-json', 'The body must be a JSON object.');
};

const refused = (error: unknown): Answer => {
  if (error instanceof Refusal) {
    const { status, code, message, field, details } = error;
    return answer(status, { error: { code, message, field, ...details } });
  }
  if (error instanceof InvalidInputError) {
    return answer(400, { error: { code: 'invalid-input', message: error.message, field: error.field || undefined } });
  }
  log('error', error instanceof Error ? error.message : 'failed', { error });
  return answer(500, { error: { code: 'internal', message: 'Something went wrong on our side; try again.' } });
};

const answer = (statusCode: number, body: object, headers: Record<string, string> = {}): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});
