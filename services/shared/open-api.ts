import type * as z from 'zod';
import { type Answer, answer, HttpRequest, objectOf, refused, textOf } from './http.ts';
import { parse } from './input.ts';
import { log, startLog } from './task.ts';
import { type Visitor, visitorOf } from './visitor.ts';

type Route<Schema extends z.ZodType> = {
  /** Of path, query and JSON body together, and of the header `conversation-token`, as `token`. */
  input: Schema;
  /** Answered on success. */
  status: number;
};

/** Bytes of a body. A question has at most 500 characters. */
const LARGEST_BODY = 8_192;

type LambdaContext = { awsRequestId: string };

/**
 * A step as a route of the HTTP API for anybody. Refusals and bad input are answered as `api()` does it; what is asked is
 * never logged, because whoever asks may say anything.
 */
export const openApi =
  <Schema extends z.ZodType>(
    { input, status }: Route<Schema>,
    step: (input: z.output<Schema>, visitor: Visitor) => Promise<object>,
  ) =>
  async (event: unknown, context?: LambdaContext): Promise<Answer> => {
    try {
      const request = parse(HttpRequest, event);
      const { headers = {}, pathParameters: path, queryStringParameters: query } = request;
      startLog(context, { causationId: request.requestContext.requestId });
      const token = headers['conversation-token'];
      const said = { ...query, ...objectOf(textOf(request, LARGEST_BODY)), ...path, ...(token ? { token } : {}) };
      const output = await step(parse(input, said), visitorOf(request));
      log('info', 'answered', {
        status,
        ...('correlationId' in output ? { correlationId: output.correlationId } : {}),
      });
      return answer(status, output);
    } catch (error) {
      return refused(error);
    }
  };
