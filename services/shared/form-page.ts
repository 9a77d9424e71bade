import type * as z from 'zod';
import { type Answer, HttpRequest, refused, textOf } from './http.ts';
import { parse } from './input.ts';
import { startLog } from './task.ts';
import { type Visitor, visitorOf } from './visitor.ts';

/** Bytes of a form. */
const LARGEST_FORM = 16_384;

/** No script at all; styles and pictures of the site's own. */
const CONTENT_SECURITY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': CONTENT_SECURITY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

type LambdaContext = { awsRequestId: string };

/** A step as a page that a form posts to, or that is looked at by an address with the same fields. */
export const formPage =
  <Schema extends z.ZodType>(
    schema: Schema,
    step: (input: z.output<Schema>, visitor: Visitor) => Promise<{ status: number; page: string }>,
  ) =>
  async (event: unknown, context?: LambdaContext): Promise<Answer> => {
    try {
      const request = parse(HttpRequest, event);
      startLog(context, { causationId: request.requestContext.requestId });
      const fields = Object.fromEntries(new URLSearchParams(textOf(request, LARGEST_FORM)));
      const input = parse(schema, { ...request.queryStringParameters, ...fields });
      const { status, page } = await step(input, visitorOf(request));
      return { statusCode: status, headers: HEADERS, body: page };
    } catch (error) {
      return refused(error);
    }
  };
