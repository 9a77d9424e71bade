import { randomUUID } from 'node:crypto';
import type { ApiRequest } from '../../apigateway/request.ts';
import type { Distribution } from '../distribution.ts';
import { errorPage } from '../error-page.ts';
import type { OriginAnswer } from '../s3-origin.ts';
import { changedRequest, headersOf, setCookies } from './change-request.ts';
import type { ViewerEvent } from './edge-function.ts';
import { EdgeFunctionError } from './errors.ts';
import type { EdgeFunctions } from './functions.ts';
import { isDisallowed, type Values } from './headers.ts';
import type { createFunctionLog } from './log.ts';
import { type Before, type ReturnedResponse, readReturned } from './returned.ts';
import { eventRequest, eventResponse, viewerEvent } from './viewer-event.ts';

type Options = {
  functions: EdgeFunctions;
  now: () => number;
  log: ReturnType<typeof createFunctionLog>;
  onFault: (error: unknown) => void;
};

type Place = { distribution: Distribution; requestId: string };

export const newRequestId = (): string => `${Buffer.from(randomUUID()).toString('base64url')}==`;

/** Runs the functions of a behaviour. What fails becomes CloudFront's own answer, and is told. */
export const createEdge = ({ functions, now, log, onFault }: Options) => {
  const run = <Read>(
    name: string,
    event: string,
    { distribution, requestId }: Place,
    read: (json?: string) => Read,
  ) => {
    const { returned, lines, fault } = functions.run(name, event, now());
    try {
      if (fault) throw fault;
      const value = read(returned);
      log(name, requestId, distribution.id, lines);
      return value;
    } catch (error) {
      if (!(error instanceof EdgeFunctionError)) throw error;
      log(name, requestId, distribution.id, [...lines, `ERROR ${error.detail}`]);
      onFault(error);
      return { answer: errorPage(error.status, error.told, requestId, `${error.fault} from cloudfront`) };
    }
  };
  const contextOf = ({ distribution: { domainName, id }, requestId }: Place) => ({
    distributionDomainName: domainName,
    distributionId: id,
    requestId,
  });
  const readFor =
    (functionName: string, eventType: ViewerEvent, before: Before) =>
    (json?: string): ReturnType<typeof readReturned> =>
      readReturned(json, { functionName, eventType, before });

  return {
    /** What a viewer's request becomes: another request, or an answer. */
    onRequest(name: string, request: ApiRequest, place: Place): { request: ApiRequest } | { answer: OriginAnswer } {
      const seen = eventRequest(request);
      const event = viewerEvent('viewer-request', contextOf(place), request, seen);
      const made = run(name, event, place, readFor(name, 'viewer-request', seen));
      if ('answer' in made) return made;
      return 'response' in made
        ? { answer: generated(made.response) }
        : { request: changedRequest(request, made.request) };
    },
    /** What the answer to a request becomes. */
    onResponse(name: string, request: ApiRequest, answer: OriginAnswer, place: Place): OriginAnswer {
      const withLength = { ...answer, headers: { ...answer.headers, 'content-length': String(answer.body.length) } };
      const seen = eventResponse(withLength);
      const event = viewerEvent('viewer-response', contextOf(place), request, eventRequest(request), seen);
      const made = run(name, event, place, readFor(name, 'viewer-response', seen));
      if ('answer' in made) return made.answer;
      if (!('response' in made)) return answer;
      const unseen = Object.entries(answer.headers).filter(([header]) => isDisallowed(header));
      return {
        ...answered(made.response, made.response.body ?? answer.body),
        headers: { ...withoutLength(made.response.headers), ...Object.fromEntries(unseen) },
      };
    },
  };
};

const generated = (response: ReturnedResponse): OriginAnswer => ({
  ...answered(response, response.body ?? Buffer.alloc(0)),
  headers: {
    server: 'CloudFront',
    ...withoutLength(response.headers),
    'x-cache': 'FunctionGeneratedResponse from cloudfront',
  },
});

const answered = (response: ReturnedResponse, body: Buffer) => ({
  status: response.statusCode,
  cookies: setCookies(response),
  body,
});

/** The server counts for itself. */
const withoutLength = (values: Values): Record<string, string> => {
  const { 'content-length': _, ...headers } = headersOf(values);
  return headers;
};
