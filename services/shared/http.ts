import * as z from 'zod';
import { InvalidInputError } from './input.ts';
import { Refusal } from './refusal.ts';
import { log } from './task.ts';

/** The parts of an HTTP API request (payload format 2.0) that a function reads. */
export const HttpRequest = z.object({
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ sourceIp: z.string() }).optional(),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }).optional(),
  }),
});
export type HttpRequest = z.output<typeof HttpRequest>;

export type Answer = { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded?: boolean };

/** The request's body as text; empty where there is none. Throws a `Refusal` where it has more than `most` bytes. */
export const textOf = ({ body = '', isBase64Encoded }: HttpRequest, most = Number.POSITIVE_INFINITY): string => {
  const bytes = isBase64Encoded ? Buffer.from(body, 'base64') : Buffer.from(body);
  if (bytes.length <= most) return bytes.toString();
  throw new Refusal(413, 'body-too-large', `The body has ${bytes.length} bytes; at most ${most} are taken.`);
};

/** A JSON object; an empty text is an empty one. Throws a `Refusal` for anything else. */
export const objectOf = (text: string): object => {
  if (text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw new Refusal(400, 'invalid-json', `The body is not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
  throw new Refusal(400, 'invalid-json', 'The body must be a JSON object.');
};

/** An error as `{ error: { code, message, field? } }`: a `Refusal` with its status, bad input as 400, all else as 500 and logged. */
export const refused = (error: unknown): Answer => {
  if (error instanceof Refusal) {
    const { status, code, message, field, details, retryAfter } = error;
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    return answer(status, { error: { code, message, field, ...details } }, headers);
  }
  if (error instanceof InvalidInputError) {
    return answer(400, { error: { code: 'invalid-input', message: error.message, field: error.field || undefined } });
  }
  log('error', error instanceof Error ? error.message : 'failed', { error });
  return answer(500, { error: { code: 'internal', message: 'Something went wrong on our side; try again.' } });
};

/** JSON that nobody keeps. */
export const answer = (statusCode: number, body: object, headers: Record<string, string> = {}): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});
