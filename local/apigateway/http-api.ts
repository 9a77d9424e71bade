import { randomUUID } from 'node:crypto';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Host } from '../lambda/host.ts';
import type { WriteLog } from '../lambda/report.ts';
import { accessLogLine } from './access-log.ts';
import { type ApiResponse, message, responseOf } from './answer.ts';
import type { Api, Match } from './api.ts';
import { findRoute } from './api.ts';
import { createAuthorize, type KeysOf } from './authorize.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { type ApiRequest, eventOf } from './event.ts';
import { httpApiResources } from './resources.ts';
import { createThrottle } from './throttle.ts';

export type HttpApiOptions = {
  clock: Clock;
  accountId: string;
  region: string;
  functions: Functions;
  host: Host;
  keysOf: KeysOf;
  log: WriteLog;
};

/** Largest request and answer, in bytes, and longest wait for a function, in milliseconds. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const LARGEST_REQUEST = 10 * 2 ** 20;
const LARGEST_ANSWER = 6 * 2 ** 20;

/** API Gateway's HTTP APIs with Lambda integrations. */
export const createHttpApis = (options: HttpApiOptions) => {
  const { clock, region, functions, host } = options;
  const apis = new Map<string, Api>();
  const throttles = new Map<string, () => boolean>();
  const authorize = createAuthorize(options.keysOf, clock);

  const domainOf = (api: Api): string => `${api.id}.execute-api.${region}.amazonaws.com`;

  const passes = (api: Api): boolean => {
    const throttle = api.stages.get('$default')?.throttle;
    if (!throttle) return true;
    const bucket = throttles.get(api.id) ?? createThrottle(clock, throttle);
    throttles.set(api.id, bucket);
    return bucket();
  };

  const integrate = async (api: Api, match: Match, request: ApiRequest, requestId: string): Promise<ApiResponse> => {
    const { route } = match;
    const authorizer = route.authorizerId === undefined ? undefined : api.authorizers.get(route.authorizerId);
    const authorization = authorizer && (await authorize(authorizer, route, request.headers));
    if (authorization && !authorization.ok) {
      const text = authorization.status === 401 ? 'Unauthorized' : 'Forbidden';
      return message(authorization.status, text, { 'www-authenticate': authorization.challenge });
    }
    if (request.body.length > LARGEST_REQUEST) return message(413, 'Request Entity Too Large');
    const integration = api.integrations.get(route.integrationId);
    if (!integration) return message(500, 'Internal Server Error');
    const found = functions.find(integration.functionArn);
    const sourceArn = `arn:aws:execute-api:${region}:${options.accountId}:${api.id}/$default/${route.key === '$default' ? '$default' : `${route.method === 'ANY' ? '*' : route.method}${route.path}`}`;
    if (!functions.permits(found, 'apigateway.amazonaws.com', sourceArn)) {
      options.log({
        group: '/marquee/apigateway',
        stream: api.id,
        at: clock.now(),
        message: `No permission of ${found.invokedArn} lets apigateway.amazonaws.com invoke it for ${sourceArn}.`,
      });
      return message(500, 'Internal Server Error');
    }
    const event = eventOf(request, match, {
      accountId: options.accountId,
      apiId: api.id,
      stage: '$default',
      domainName: domainOf(api),
      requestId,
      now: clock.now(),
      ...(authorization ? { jwt: { claims: authorization.claims, scopes: authorization.scopes } } : {}),
    });
    const result = await within(clock, integration.timeoutMs, host.invoke(found, JSON.stringify(event)));
    if (result === 'late') return message(503, 'Service Unavailable');
    const response = result.ok ? responseOf(result.payload) : undefined;
    if (!response || response.body.length > LARGEST_ANSWER) return message(500, 'Internal Server Error');
    return response;
  };

  /** Answers one request to an API. */
  const answer = async (api: Api, request: ApiRequest): Promise<ApiResponse> => {
    const requestId = randomUUID();
    const started = clock.now();
    if (api.cors && request.method === 'OPTIONS' && request.headers['access-control-request-method']) {
      return { status: 204, headers: preflightHeaders(api.cors, request.headers), cookies: [], body: Buffer.alloc(0) };
    }
    const match = findRoute(api.routes, request.method, request.path);
    let response: ApiResponse;
    if (!match) response = message(404, 'Not Found');
    else if (!passes(api)) response = message(429, 'Too Many Requests');
    else {
      try {
        response = await integrate(api, match, request, requestId);
      } catch {
        response = message(500, 'Internal Server Error'); // Throttled or gone: API Gateway says no more either.
      }
    }
    const accessLog = api.stages.get('$default')?.accessLog;
    if (accessLog) {
      const line = accessLogLine(accessLog.format, {
        request,
        response,
        requestId,
        started,
        routeKey: match?.route.key ?? '-',
      });
      options.log({ group: accessLog.group, stream: api.id, message: line, at: clock.now() });
    }
    return {
      ...response,
      headers: { ...response.headers, ...corsHeaders(api.cors, request.headers.origin), 'apigw-requestid': requestId },
    };
  };

  const resourceTypes: ResourceType[] = httpApiResources(apis, (api) => `https://${domainOf(api)}`);
  return {
    resourceTypes,
    answer,
    /** The API behind a host such as `<id>.execute-api.<anything>`. */
    byHost: (hostName: string): Api | undefined => apis.get(/^([a-z0-9]+)\.execute-api\./.exec(hostName)?.[1] ?? ''),
  };
};

const within = <T>(clock: Clock, milliseconds: number, work: Promise<T>): Promise<T | 'late'> =>
  new Promise((resolve, reject) => {
    const timer = clock.at(clock.now() + milliseconds, () => resolve('late'));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
