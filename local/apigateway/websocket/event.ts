import type { Stage } from '../model.ts';
import { lastValued, multiValued, queryOf } from '../request.ts';
import { commonLogTime } from '../time.ts';
import type { ConnectionRecord } from './model.ts';

export type Occasion = {
  connection: ConnectionRecord;
  stage: Stage;
  routeKey: string;
  requestId: string;
  now: number;
  domainName: string;
};

type Pairs = readonly (readonly [string, string])[];

const contextOf = ({ connection, routeKey, requestId, now, domainName }: Occasion, eventType: string): object => ({
  routeKey,
  ...(connection.authorizer ? { authorizer: connection.authorizer } : {}),
  eventType,
  extendedRequestId: requestId,
  requestTime: commonLogTime(now),
  messageDirection: 'IN',
  stage: connection.stage,
  connectedAt: connection.connectedAt,
  requestTimeEpoch: now,
  identity: {
    ...(connection.userAgent === undefined ? {} : { userAgent: connection.userAgent }),
    sourceIp: connection.sourceIp,
    ...signerOf(connection),
  },
  requestId,
  domainName,
  connectionId: connection.id,
  apiId: connection.apiId,
});

/** The signer of a request as `identity` has it. */
const signerOf = ({ signer }: ConnectionRecord): object => {
  if (!signer) return {};
  const { accessKey, userArn } = signer;
  const user = userArn.slice(userArn.lastIndexOf('/') + 1);
  return {
    ...{ accessKey, accountId: userArn.split(':')[4], caller: user, user, userArn, principalOrgId: null },
    ...{ cognitoIdentityId: null, cognitoIdentityPoolId: null },
    ...{ cognitoAuthenticationType: null, cognitoAuthenticationProvider: null },
  };
};

const variablesOf = ({ variables }: Stage): object =>
  Object.keys(variables).length > 0 ? { stageVariables: variables } : {};

const headersOf = (headers: Pairs): object => ({
  headers: lastValued(headers),
  multiValueHeaders: multiValued(headers),
});

const parametersOf = (query: string): object =>
  query === ''
    ? {}
    : {
        queryStringParameters: lastValued(queryOf(query)),
        multiValueQueryStringParameters: multiValued(queryOf(query)),
      };

/** What the `$connect` route gets. */
export const connectEvent = (occasion: Occasion, headers: Pairs, query: string): object => ({
  ...headersOf(headers),
  ...parametersOf(query),
  ...variablesOf(occasion.stage),
  requestContext: contextOf(occasion, 'CONNECT'),
  isBase64Encoded: false,
});

/** What an authorizer of `$connect` gets. */
export const authorizerEvent = (occasion: Occasion, headers: Pairs, query: string, methodArn: string): object => ({
  type: 'REQUEST',
  methodArn,
  ...headersOf(headers),
  queryStringParameters: lastValued(queryOf(query)),
  multiValueQueryStringParameters: multiValued(queryOf(query)),
  stageVariables: occasion.stage.variables,
  requestContext: contextOf(occasion, 'CONNECT'),
});

/** What a route gets for a message. */
export const messageEvent = (occasion: Occasion, body: string): object => ({
  ...variablesOf(occasion.stage),
  requestContext: { ...contextOf(occasion, 'MESSAGE'), messageId: occasion.requestId },
  body,
  isBase64Encoded: false,
});

/** What the `$disconnect` route gets. */
export const disconnectEvent = (occasion: Occasion, statusCode: number, reason: string): object => ({
  ...headersOf([
    ['Host', occasion.domainName],
    ['x-api-key', ''],
    ['X-Forwarded-For', ''],
    ['x-restapi', ''],
  ]),
  ...variablesOf(occasion.stage),
  requestContext: {
    ...contextOf(occasion, 'DISCONNECT'),
    disconnectStatusCode: statusCode,
    disconnectReason: reason,
  },
  isBase64Encoded: false,
});
