import { lastValued, multiValued, queryOf } from '../request.ts';
import { commonLogTime } from '../time.ts';
import { forwardedHeaders } from './event-v2.ts';
import { bodyOf, type Exchange, publicPath } from './exchange.ts';
import { partsOf } from './find-route.ts';

/** Headers that payload 1.0 writes with capitals, whatever the client wrote. */
const CAPITALS = [
  'Content-Length',
  'Host',
  'User-Agent',
  'X-Amzn-Trace-Id',
  'X-Forwarded-For',
  'X-Forwarded-Port',
  'X-Forwarded-Proto',
];

const NAMES = new Map(CAPITALS.map((name) => [name.toLowerCase(), name]));

/** Headers as pairs; one that the client sent several times comes as often. */
const headersOf = (exchange: Exchange): [string, string][] => {
  const { rawHeaders = [], cookies } = exchange.request;
  const cookie: [string, string][] = cookies.length > 0 ? [['cookie', cookies.join('; ')]] : [];
  return [...Object.entries(forwardedHeaders(exchange)), ...cookie].flatMap(([name, value]) => {
    const sent = rawHeaders.filter(([given]) => given.toLowerCase() === name).map(([, given]) => given);
    const values = sent.join(',') === value ? sent : [value];
    return values.map((each): [string, string] => [NAMES.get(name) ?? name, each]);
  });
};

const NOBODY = {
  ...{ accessKey: null, accountId: null, caller: null, cognitoAuthenticationProvider: null },
  ...{ cognitoAuthenticationType: null, cognitoIdentityId: null, cognitoIdentityPoolId: null, principalOrgId: null },
};

const identityOf = ({ request, authorized, accountId }: Exchange): object => {
  const userAgent = request.headers['user-agent'] ?? null;
  if (authorized?.kind !== 'iam')
    return { ...NOBODY, sourceIp: request.sourceIp, user: null, userAgent, userArn: null };
  const { accessKey, userArn } = authorized;
  const user = userArn.slice(userArn.lastIndexOf('/') + 1);
  return { ...NOBODY, accessKey, accountId, caller: user, sourceIp: request.sourceIp, user, userAgent, userArn };
};

const authorizerOf = ({ authorized }: Exchange): object => {
  if (authorized?.kind === 'jwt') return { authorizer: { claims: authorized.claims, scopes: authorized.scopes } };
  if (authorized?.kind !== 'lambda') return {};
  return { authorizer: { ...authorized.context, principalId: authorized.principalId } };
};

const whole = (exchange: Exchange): object => {
  const { api, stage, match, request, requestId, now, domainName, accountId } = exchange;
  const path = publicPath(exchange);
  const resourcePath = partsOf(match.route.key)?.path ?? '$default';
  const query = queryOf(request.query);
  const given = (members: object): object | null => (Object.keys(members).length > 0 ? members : null);
  return {
    resource: resourcePath,
    path,
    httpMethod: request.method,
    headers: lastValued(headersOf(exchange)),
    multiValueHeaders: multiValued(headersOf(exchange)),
    queryStringParameters: given(lastValued(query)),
    multiValueQueryStringParameters: given(multiValued(query)),
    requestContext: {
      accountId,
      apiId: api.id,
      ...authorizerOf(exchange),
      domainName,
      domainPrefix: domainName.split('.')[0],
      extendedRequestId: requestId,
      httpMethod: request.method,
      identity: identityOf(exchange),
      path,
      protocol: 'HTTP/1.1',
      requestId,
      requestTime: commonLogTime(now),
      requestTimeEpoch: now,
      resourceId: null,
      resourcePath,
      stage: stage.name,
    },
    pathParameters: given(match.parameters),
    stageVariables: given(stage.variables),
  };
};

/** The event of payload format 1.0. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const eventV1 = (exchange: Exchange): object => {
  const { body = null, isBase64Encoded } = bodyOf(exchange.request);
  return { version: '1.0', ...whole(exchange), body, isBase64Encoded };
};

/** What a Lambda authorizer of payload format 1.0 gets. */
export const authorizerEventV1 = (exchange: Exchange, methodArn: string, identity: readonly string[]): object => ({
  version: '1.0',
  type: 'REQUEST',
  methodArn,
  identitySource: identity.join(','),
  authorizationToken: identity.join(','),
  ...whole(exchange),
});
