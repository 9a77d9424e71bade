import { STATUS_CODES } from 'node:http';
import type { ApiRequest } from '../../apigateway/request.ts';
import type { OriginAnswer } from '../s3-origin.ts';
import { isDisallowed, type Values, valuesOf } from './headers.ts';

export type EventContext = {
  distributionDomainName: string;
  distributionId: string;
  requestId: string;
};

export type EventRequest = { method: string; uri: string; querystring: Values; headers: Values; cookies: Values };

export type EventResponse = { statusCode: number; statusDescription: string; headers: Values; cookies: Values };

/**
 * A request as functions see it: nothing of it is percent-decoded.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export const eventRequest = ({ method, path, query, headers, cookies, rawHeaders }: ApiRequest): EventRequest => {
  const sent = rawHeaders ?? Object.entries(headers);
  return {
    method,
    uri: path,
    querystring: valuesOf(query === '' ? [] : query.split('&').map((pair) => split(pair))),
    headers: valuesOf(
      sent
        .map(([name, value]): [string, string] => [name.toLowerCase(), value])
        .filter(([name]) => name !== 'cookie' && !isDisallowed(name)),
    ),
    cookies: valuesOf(cookies.map((cookie) => split(cookie))),
  };
};

/** An answer as functions see it: without its body. */
export const eventResponse = ({ status, headers, cookies = [] }: OriginAnswer): EventResponse => ({
  statusCode: status,
  statusDescription: STATUS_CODES[status] ?? '',
  headers: valuesOf(Object.entries(headers).filter(([name]) => !isDisallowed(name))),
  cookies: valuesOf(
    cookies.map((cookie) => {
      const [pair = '', attributes] = cookie.split(/;\s*(.*)/s, 2);
      return [...split(pair), ...(attributes ? [attributes] : [])] as [string, string, string?];
    }),
  ),
});

/** The event that a handler gets, as JSON; `rawQuery` is taken out of it on the way. */
export const viewerEvent = (
  eventType: 'viewer-request' | 'viewer-response',
  context: EventContext,
  viewer: Pick<ApiRequest, 'sourceIp' | 'query'>,
  request: EventRequest,
  response?: EventResponse,
): string => {
  const { distributionDomainName, distributionId, requestId } = context;
  return JSON.stringify({
    version: '1.0',
    context: { distributionDomainName, distributionId, eventType, requestId },
    viewer: { ip: viewer.sourceIp },
    request,
    ...(response === undefined ? {} : { response }),
    rawQuery: viewer.query,
  });
};

const split = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
};
