import type * as z from 'zod';
import { type Caller, callerOf } from './caller.ts';
import { type Answer, answer, HttpRequest, objectOf, refused, textOf } from './http.ts';
import { parse } from './input.ts';
import { Refusal } from './refusal.ts';
import { log, startLog } from './task.ts';

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
      const request = parse(HttpRequest, event);
      const { requestId } = request.requestContext;
      startLog(context, { causationId: requestId });
      const caller = callerOf(request.requestContext.authorizer?.jwt.claims ?? {}, requestId);
      if (!allow.some((role) => caller.roles.includes(role))) {
        throw new Refusal(403, 'forbidden', `This needs one of the roles ${allow.join(', ')}.`);
      }
      const { queryStringParameters: query, pathParameters: path } = request;
      const condition = conditional ? { ifMatch: request.headers?.['if-match'] } : {};
      const output = await step(
        parse(input, { ...query, ...objectOf(textOf(request)), ...condition, ...path }),
        caller,
      );
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
