import type { ResourceType } from '../../assembly/resource-type.ts';
import type { Clock } from '../../clock.ts';
import { idOf } from '../ids.ts';
import { type Api, type Apis, type Cors, domainOf } from '../model.ts';
import { oneOf } from './of-api.ts';

type CorsProperties = {
  AllowOrigins?: string[];
  AllowMethods?: string[];
  AllowHeaders?: string[];
  ExposeHeaders?: string[];
  AllowCredentials?: boolean | string;
  MaxAge?: number | string;
};

/** Longest time that a browser may keep the answer to a preflight request, in seconds. */
const LONGEST_MAX_AGE = 86_400;

const METHODS = ['*', 'GET', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

const corsOf = (cors: CorsProperties): Cors => {
  const { AllowOrigins: origins = [], AllowMethods: methods = [], AllowHeaders: headers = [] } = cors;
  const credentials = String(cors.AllowCredentials) === 'true';
  const maxAge = cors.MaxAge === undefined ? undefined : Number(cors.MaxAge);
  for (const origin of origins) {
    if (!/^(\*|https?:\/\/\S+|[a-z][\w+.-]*:\/\/\S+)$/i.test(origin))
      throw new Error(`Invalid CORS origin ${origin}: an origin has a scheme, such as https://example.com`);
  }
  for (const method of methods) if (!METHODS.includes(method)) throw new Error(`Invalid CORS method ${method}`);
  if (credentials && [origins, methods, headers].some((list) => list.includes('*')))
    throw new Error('AllowCredentials cannot be true where AllowOrigins, AllowMethods or AllowHeaders is *');
  if (maxAge !== undefined && !(Number.isInteger(maxAge) && maxAge >= -1 && maxAge <= LONGEST_MAX_AGE))
    throw new Error(`MaxAge must be from -1 to ${LONGEST_MAX_AGE} seconds, not ${cors.MaxAge}`);
  return {
    ...{ origins, methods, headers, credentials, exposed: cors.ExposeHeaders ?? [] },
    ...(maxAge === undefined ? {} : { maxAge }),
  };
};

/** HTTP and WebSocket APIs. */
export const apiResource = (apis: Apis, clock: Clock, removed: (apiId: string) => void): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Api',
  honoured: [
    ...['Name', 'ProtocolType', 'CorsConfiguration', 'Description', 'Version', 'RouteSelectionExpression'],
    'DisableExecuteApiEndpoint',
  ],
  withoutEffect: { IpAddressType: 'the laptop listens on its loopback address' },
  create(resource, { region }) {
    const { properties } = resource;
    for (const name of ['Body', 'BodyS3Location', 'Target', 'RouteKey', 'CredentialsArn', 'ApiKeySelectionExpression'])
      if (properties[name] !== undefined)
        throw new Error(`${name} is not supported; declare routes and integrations as resources of their own`);
    const protocol = oneOf('ProtocolType', properties.ProtocolType, ['HTTP', 'WEBSOCKET']);
    const selection = properties.RouteSelectionExpression;
    if (protocol === 'WEBSOCKET' && selection === undefined)
      throw new Error('RouteSelectionExpression is required for a WebSocket API');
    if (protocol === 'WEBSOCKET' && properties.CorsConfiguration !== undefined)
      throw new Error('CorsConfiguration is supported only for HTTP APIs');
    const id = idOf(resource);
    const known = apis.get(id);
    const api: Api = {
      id,
      protocol,
      name: String(properties.Name),
      createdAt: known?.createdAt ?? clock.now(),
      routeSelection: String(selection ?? '$request.method $request.path'),
      endpointDisabled: String(properties.DisableExecuteApiEndpoint) === 'true',
      ...(properties.Description === undefined ? {} : { description: String(properties.Description) }),
      ...(properties.Version === undefined ? {} : { version: String(properties.Version) }),
      ...(properties.CorsConfiguration ? { cors: corsOf(properties.CorsConfiguration as CorsProperties) } : {}),
      // An update of the API alone leaves what belongs to it.
      routes: known?.routes ?? new Map(),
      integrations: known?.integrations ?? new Map(),
      authorizers: known?.authorizers ?? new Map(),
      stages: known?.stages ?? new Map(),
      deployments: known?.deployments ?? new Map(),
    };
    apis.set(id, api);
    const scheme = protocol === 'HTTP' ? 'https' : 'wss';
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: `${scheme}://${domainOf(id, region)}` } };
  },
  remove(_resource, { ref }) {
    apis.delete(ref);
    removed(ref);
  },
});
