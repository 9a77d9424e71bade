import type { Api, Stage } from '../model.ts';
import type { ApiRequest } from '../request.ts';
import type { Match } from './find-route.ts';

/** What an authorizer let through, as events carry it. */
export type Authorized =
  | { kind: 'jwt'; claims: Record<string, string>; scopes: string[] | null }
  | { kind: 'lambda'; context: Record<string, unknown>; principalId?: string }
  | { kind: 'iam'; signer: object; userArn: string; accessKey: string };

/** One request on its way through an HTTP API. */
export type Exchange = {
  api: Api;
  stage: Stage;
  match: Match;
  request: ApiRequest;
  /** Path without the stage. */
  path: string;
  requestId: string;
  now: number;
  /** The trace that the request begins, unless it belongs to one. */
  trace: string;
  accountId: string;
  domainName: string;
  authorized?: Authorized;
};

/** The path as the client sees it, stage included, decoded. */
export const publicPath = ({ stage, path }: Pick<Exchange, 'stage' | 'path'>): string => {
  const whole = stage.name === '$default' ? path : `/${stage.name}${path}`;
  try {
    return decodeURI(whole);
  } catch {
    return whole;
  }
};

/** What `$context` names; identity sources of authorizers read it. */
export const contextValues = (exchange: Omit<Exchange, 'authorized'>): Record<string, string> => {
  const { api, stage, match, request, requestId, domainName, accountId } = exchange;
  return {
    ...{ accountId, apiId: api.id, domainName, domainPrefix: api.id, stage: stage.name, requestId },
    ...{ httpMethod: request.method, path: publicPath(exchange), protocol: 'HTTP/1.1', routeKey: match.route.key },
    'identity.sourceIp': request.sourceIp,
    'identity.userAgent': request.headers['user-agent'] ?? '',
  };
};

/** Types of bodies that are handed on as text; all others as base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml)))/i;

/** A request's body as events carry it. */
export const bodyOf = ({ body, headers }: ApiRequest): { body?: string; isBase64Encoded: boolean } => {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = TEXT.test(headers['content-type'] ?? '');
  return { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text };
};
