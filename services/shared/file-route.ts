import { type Answer, HttpRequest, refused } from './http.ts';
import { parse } from './input.ts';
import { startLog } from './task.ts';

type LambdaContext = { awsRequestId: string };

/** A step as a route `GET /…/{file+}` for anybody; it gets the path with a slash before it, and no query. */
export const fileRoute =
  (step: (path: string) => Promise<Answer>) =>
  async (event: unknown, context?: LambdaContext): Promise<Answer> => {
    try {
      const { pathParameters = {}, requestContext } = parse(HttpRequest, event);
      startLog(context, { causationId: requestContext.requestId });
      return await step(`/${pathParameters.file ?? ''}`);
    } catch (error) {
      return refused(error);
    }
  };
