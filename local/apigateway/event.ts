import { traceRoot } from '../aws/trace.ts';
import type { Match } from './api.ts';

/** A request as it reached the API. `path` is as sent, still percent-encoded. */
export type ApiRequest = {
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  cookies: readonly string[];
  body: Buffer;
  sourceIp: string;
};

type Place = {
  accountId: string;
  apiId: string;
  stage: string;
  domainName: string;
  requestId: string;
  now: number;
  jwt?: { claims: Record<string, string>; scopes: string[] | null };
};

/** Types of bodies that are handed on as text; all others as base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[\w.+-]+\+(json|xml)))/i;

/** The event of payload format 2.0. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const eventOf = (request: ApiRequest, { route, parameters }: Match, place: Place): object => {
  const { method, path, query, headers, cookies, body } = request;
  const stagePath = place.stage === '$default' ? path : `/${place.stage}${path}`;
  const text = TEXT.test(headers['content-type'] ?? '') || body.length === 0;
  const queryParameters = commaJoined(query);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: decodePath(stagePath),
    rawQueryString: query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: { ...headers, ...forwarded(request, place) },
    ...(queryParameters ? { queryStringParameters: queryParameters } : {}),
    requestContext: {
      accountId: place.accountId,
      apiId: place.apiId,
      ...(place.jwt ? { authorizer: { jwt: place.jwt } } : {}),
      domainName: place.domainName,
      domainPrefix: place.domainName.split('.')[0],
      http: {
        method,
        path: decodePath(stagePath),
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: place.requestId,
      routeKey: route.key,
      stage: place.stage,
      time: commonLogTime(place.now),
      timeEpoch: place.now,
    },
    ...(Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
    ...(body.length > 0 ? { body: text ? body.toString() : body.toString('base64') } : {}),
    isBase64Encoded: body.length > 0 && !text,
  };
};

/** Headers that API Gateway adds: whom the request came from, and the trace that it belongs to. */
const forwarded = ({ headers, sourceIp }: ApiRequest, { now }: Place): Record<string, string> => ({
  'x-forwarded-for': headers['x-forwarded-for'] ? `${headers['x-forwarded-for']}, ${sourceIp}` : sourceIp,
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
  'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? traceRoot(now),
});

const decodePath = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Repeated parameters become one, joined by commas. */
const commaJoined = (query: string): Record<string, string> | undefined => {
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return query === '' ? undefined : Object.fromEntries(values);
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Such as `12/Mar/2020:19:03:58 +0000`. */
const commonLogTime = (milliseconds: number): string => {
  const [date = '', time = ''] = new Date(milliseconds).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
};
