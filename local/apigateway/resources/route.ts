import type { ResourceType } from '../../assembly/resource-type.ts';
import { idOf } from '../ids.ts';
import type { Api, Apis, Route } from '../model.ts';
import { apiOf, oneOf, present } from './of-api.ts';

const HTTP_KEY = /^(\$default|(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (\/\S*))$/;

const requireKey = ({ protocol, routes }: Api, key: string, id: string): void => {
  const path = HTTP_KEY.exec(key)?.[3];
  if (protocol === 'HTTP' && !HTTP_KEY.test(key))
    throw new Error(
      `The provided route key ${key} is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"`,
    );
  if (path !== undefined && !/^(\/(\{[^{}/+]+\}|[^{}/]*))*(\/\{[^{}/+]+\+\})?$/.test(path))
    throw new Error(
      `The path of the route key ${key} is not valid: a greedy variable such as {proxy+} stands at the end`,
    );
  for (const route of routes.values())
    if (route.key === key && route.id !== id) throw new Error(`Route with key ${key} already exists for this API`);
};

const TYPES = { JWT: 'JWT', CUSTOM: 'REQUEST' } as const;

const requireAuthorizer = ({ authorizers }: Api, authorization: Route['authorization'], id: string): void => {
  if (authorization !== 'JWT' && authorization !== 'CUSTOM') return;
  if (authorizers.get(id)?.type !== TYPES[authorization])
    throw new Error(
      `Invalid authorizer ID specified. Setting the authorization type to ${authorization} requires a valid authorizer`,
    );
};

/** Routes of both protocols. */
export const routeResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Route',
  honoured: [
    ...['ApiId', 'RouteKey', 'Target', 'AuthorizationType', 'AuthorizerId', 'AuthorizationScopes', 'OperationName'],
    ...['RouteResponseSelectionExpression', 'ApiKeyRequired'],
  ],
  create(resource) {
    const { properties } = resource;
    const { RouteKey, Target, AuthorizerId, AuthorizationScopes, RouteResponseSelectionExpression } = properties;
    const api = apiOf(apis, resource);
    const id = idOf(resource);
    const key = String(RouteKey);
    requireKey(api, key, id);
    if (String(properties.ApiKeyRequired) === 'true')
      throw new Error('ApiKeyRequired is not supported; authorize the route instead');
    const kinds =
      api.protocol === 'HTTP'
        ? (['NONE', 'JWT', 'CUSTOM', 'AWS_IAM'] as const)
        : (['NONE', 'CUSTOM', 'AWS_IAM'] as const);
    const authorization = oneOf('AuthorizationType', properties.AuthorizationType ?? 'NONE', kinds);
    if (api.protocol === 'WEBSOCKET' && authorization !== 'NONE' && key !== '$connect')
      throw new Error('Currently, authorization is restricted to the $connect route only');
    requireAuthorizer(api, authorization, String(AuthorizerId));
    if (AuthorizationScopes !== undefined && authorization !== 'JWT')
      throw new Error(
        'Invalid Route authorization type specified. Authorization Scopes are only valid for COGNITO_USER_POOLS and JWT authorization types',
      );
    if (RouteResponseSelectionExpression !== undefined) {
      if (api.protocol === 'HTTP')
        throw new Error('RouteResponseSelectionExpression is supported only for WebSocket APIs');
      oneOf('RouteResponseSelectionExpression', RouteResponseSelectionExpression, ['$default']);
    }
    const integrationId = Target === undefined ? undefined : String(Target).replace('integrations/', '');
    if (integrationId !== undefined && !api.integrations.has(integrationId))
      throw new Error(`Target ${Target} names no integration of the API`);
    api.routes.set(id, {
      ...{ id, key, authorization },
      scopes: (AuthorizationScopes as string[] | undefined) ?? [],
      ...present({
        integrationId,
        authorizerId: AuthorizerId as string | undefined,
        operationName: properties.OperationName as string | undefined,
        responseSelection: RouteResponseSelectionExpression as string | undefined,
      }),
      responses: api.routes.get(id)?.responses ?? new Map(),
    });
    return { ref: id, attributes: { RouteId: id } };
  },
  remove: (resource, { ref }) => void apis.get(String(resource.properties.ApiId))?.routes.delete(ref),
});

/** What makes a WebSocket route answer its client. */
export const routeResponseResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::RouteResponse',
  honoured: ['ApiId', 'RouteId', 'RouteResponseKey'],
  create(resource) {
    const { RouteId, RouteResponseKey } = resource.properties;
    const api = apiOf(apis, resource);
    const route = api.routes.get(String(RouteId));
    if (!route) throw new Error(`Invalid Route identifier specified: there is no route ${RouteId}`);
    if (api.protocol === 'HTTP') throw new Error('a route response is supported only for WebSocket APIs');
    oneOf('RouteResponseKey', RouteResponseKey, ['$default']);
    const id = idOf(resource);
    route.responses.set(id, { id, key: String(RouteResponseKey) });
    return { ref: id, attributes: { RouteResponseId: id } };
  },
  remove({ properties }, { ref }) {
    apis.get(String(properties.ApiId))?.routes.get(String(properties.RouteId))?.responses.delete(ref);
  },
});
