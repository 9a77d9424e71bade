import { traceRoot } from '../../aws/trace.ts';
import { type ApiResponse, message } from '../answer.ts';
import { findStage } from '../find-api.ts';
import { newId } from '../ids.ts';
import type { Invoke } from '../invoke.ts';
import { type Api, domainOf } from '../model.ts';
import type { GatewayOptions } from '../options.ts';
import type { ApiRequest } from '../request.ts';
import { createThrottles } from '../throttle.ts';
import { createRouteAuthorize } from './authorize.ts';
import { isPreflight, withCors } from './cors.ts';
import type { Exchange } from './exchange.ts';
import { findRoute } from './find-route.ts';
import { createIntegrate } from './integrate.ts';
import { type Outcome, writeAccessLog } from './log.ts';

/** Largest request, and all its headers with its first line, in bytes. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const LARGEST_REQUEST = 10 * 2 ** 20;
const LARGEST_HEADERS = 10_240;

const TEXTS = { 401: 'Unauthorized', 403: 'Forbidden', 500: 'Internal Server Error' } as const;

const headerBytes = ({ method, path, query, headers, cookies }: ApiRequest): number => {
  const cookie = cookies.length > 0 ? 'cookie: '.length + cookies.join('; ').length : 0;
  const pairs = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  return method.length + path.length + query.length + pairs + cookie;
};

/** API Gateway's HTTP APIs. */
export const createHttpApis = (options: GatewayOptions, invoke: Invoke) => {
  const { clock, region, accountId, log, onFault } = options;
  const passes = createThrottles(clock);
  const authorize = createRouteAuthorize(options, invoke);
  const integrate = createIntegrate({ region, accountId, invoke });

  const serve = async (exchange: Exchange): Promise<Outcome> => {
    if (!passes(exchange.stage, exchange.match.route.key)) return { response: message(429, 'Too Many Requests') };
    const decision = await authorize(exchange);
    if (!decision.ok) {
      const { status, headers, error } = decision;
      return { response: message(status, TEXTS[status], headers), authorizerError: error };
    }
    if (decision.authorized) exchange.authorized = decision.authorized;
    const started = clock.now();
    return { ...(await integrate(exchange)), integrationLatency: clock.now() - started };
  };

  /** Answers one request to an API; `path` is that of the request without what named the API. */
  return async (api: Api, request: ApiRequest, givenPath: string): Promise<ApiResponse> => {
    const found = findStage(api, givenPath);
    const requestId = newId();
    const id = { 'apigw-requestid': requestId };
    if (!found || api.endpointDisabled) return message(404, 'Not Found', id);
    const { stage, path } = found;
    const match = findRoute(api, request.method, path);
    const common = {
      ...{ api, stage, request, path, requestId, accountId },
      now: clock.now(),
      trace: traceRoot(clock.now()),
      domainName: domainOf(api.id, region),
    };
    const exchange = match && { ...common, match };
    let outcome: Outcome;
    try {
      if (headerBytes(request) > LARGEST_HEADERS)
        outcome = { response: message(431, 'Request Header Fields Too Large') };
      else if (request.body.length > LARGEST_REQUEST) outcome = { response: message(413, 'Request Entity Too Large') };
      else if (exchange) outcome = await serve(exchange);
      else if (api.cors && isPreflight(request.method, request.headers))
        outcome = { response: { status: 204, headers: {}, cookies: [], body: Buffer.of() } };
      else outcome = { response: message(404, 'Not Found') };
    } catch (error) {
      onFault(error);
      outcome = { response: message(500, 'Internal Server Error') };
    }
    writeAccessLog(log, exchange ?? common, outcome, clock.now());
    options.onAnswered?.({
      apiId: api.id,
      stage: stage.name,
      status: outcome.response.status,
      latency: clock.now() - common.now,
      integrationLatency: outcome.integrationLatency,
    });
    const response = withCors(api.cors, outcome.response, request);
    return { ...response, headers: { ...response.headers, ...id } };
  };
};
