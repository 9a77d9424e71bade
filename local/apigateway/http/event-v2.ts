import { queryOf } from '../request.ts';
import { commonLogTime } from '../time.ts';
import { type Authorized, bodyOf, type Exchange, publicPath } from './exchange.ts';

const parametersOf = ({ match, stage }: Exchange): object => ({
  ...(Object.keys(match.parameters).length > 0 ? { pathParameters: match.parameters } : {}),
  ...(Object.keys(stage.variables).length > 0 ? { stageVariables: stage.variables } : {}),
});

const requestOf = (exchange: Exchange): object => {
  const { cookies, query } = exchange.request;
  const parameters = commaJoined(query);
  return {
    rawPath: publicPath(exchange),
    rawQueryString: query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: forwardedHeaders(exchange),
    ...(parameters ? { queryStringParameters: parameters } : {}),
  };
};

const contextOf = (exchange: Exchange): object => {
  const { api, stage, match, request, requestId, now, domainName, accountId, authorized } = exchange;
  return {
    accountId,
    apiId: api.id,
    ...(authorized ? { authorizer: authorizerOf(authorized) } : {}),
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: request.method,
      path: publicPath(exchange),
      protocol: 'HTTP/1.1',
      sourceIp: request.sourceIp,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: match.route.key,
    stage: stage.name,
    time: commonLogTime(now),
    timeEpoch: now,
  };
};

const authorizerOf = (authorized: Authorized): object => {
  if (authorized.kind === 'jwt') return { jwt: { claims: authorized.claims, scopes: authorized.scopes } };
  return authorized.kind === 'iam' ? { iam: authorized.signer } : { lambda: authorized.context };
};

/** The event of payload format 2.0. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const eventV2 = (exchange: Exchange): object => ({
  version: '2.0',
  routeKey: exchange.match.route.key,
  ...requestOf(exchange),
  requestContext: contextOf(exchange),
  ...parametersOf(exchange),
  ...bodyOf(exchange.request),
});

/** What a Lambda authorizer of payload format 2.0 gets. */
export const authorizerEventV2 = (exchange: Exchange, routeArn: string, identitySource: readonly string[]): object => ({
  version: '2.0',
  type: 'REQUEST',
  routeArn,
  identitySource: identitySource.length > 0 ? identitySource : null,
  routeKey: exchange.match.route.key,
  ...requestOf(exchange),
  requestContext: contextOf(exchange),
  ...parametersOf(exchange),
});

/** Headers that belong to one hop and go no further. */
const OF_THE_HOP = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** A request's headers and those that API Gateway adds: how long it is, whom it came from, and the trace that it belongs to. */
export const forwardedHeaders = ({
  request: { headers, sourceIp, body },
  trace,
}: Exchange): Record<string, string> => ({
  'content-length': String(body.length),
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_HOP.includes(name))),
  'x-forwarded-for': headers['x-forwarded-for'] ? `${headers['x-forwarded-for']}, ${sourceIp}` : sourceIp,
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
  'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? trace,
});

/** Repeated parameters become one, joined by commas. */
const commaJoined = (query: string): Record<string, string> | undefined => {
  const values = new Map<string, string>();
  for (const [name, value] of queryOf(query)) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return query === '' ? undefined : Object.fromEntries(values);
};
