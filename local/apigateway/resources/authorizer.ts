import type { Resource, ResourceType } from '../../assembly/resource-type.ts';
import { idOf } from '../ids.ts';
import type { Api, Apis, Authorizer } from '../model.ts';
import { apiOf, between, oneOf, present } from './of-api.ts';

/** Longest time that a result is kept, in seconds. */
const LONGEST_TTL = 3600;

const SOURCES = {
  HTTP: /^\$(request\.(header|querystring)\.[\w-]+|context\.[\w.]+|stageVariables\.\w+)$/,
  WEBSOCKET: /^(route\.request\.(header|querystring)\.[\w-]+|context\.[\w.]+|stageVariables\.\w+)$/,
};

const identitySources = ({ protocol }: Api, { properties }: Resource): string[] => {
  const sources = (properties.IdentitySource as string[] | undefined) ?? [];
  for (const source of sources)
    if (!SOURCES[protocol].test(source)) throw new Error(`Invalid identity source ${source}`);
  return sources;
};

const jwt = (resource: Resource, sources: string[]): Partial<Authorizer> => {
  const { Issuer, Audience } = (resource.properties.JwtConfiguration ?? {}) as { Issuer?: string; Audience?: string[] };
  if (!Issuer) throw new Error('JwtConfiguration.Issuer is required for a JWT authorizer');
  if (!Audience?.length) throw new Error('JwtConfiguration.Audience is required for a JWT authorizer');
  if (sources.length !== 1) throw new Error('a JWT authorizer has exactly one identity source');
  return { issuer: Issuer, audience: Audience };
};

const lambda = ({ protocol }: Api, { properties }: Resource, sources: string[]): Partial<Authorizer> => {
  const { AuthorizerUri, AuthorizerPayloadFormatVersion: format, EnableSimpleResponses } = properties;
  if (AuthorizerUri === undefined) throw new Error('AuthorizerUri is required for a REQUEST authorizer');
  const simpleResponses = String(EnableSimpleResponses) === 'true';
  if (protocol === 'WEBSOCKET') {
    for (const name of ['AuthorizerPayloadFormatVersion', 'EnableSimpleResponses', 'AuthorizerResultTtlInSeconds'])
      if (properties[name] !== undefined) throw new Error(`${name} is supported only for HTTP APIs`);
    return { uri: String(AuthorizerUri) };
  }
  const payloadFormat = oneOf('AuthorizerPayloadFormatVersion', format, ['1.0', '2.0']);
  if (simpleResponses && payloadFormat === '1.0')
    throw new Error('EnableSimpleResponses needs AuthorizerPayloadFormatVersion 2.0');
  const ttlSeconds = between(
    'AuthorizerResultTtlInSeconds',
    properties.AuthorizerResultTtlInSeconds ?? 0,
    0,
    LONGEST_TTL,
  );
  if (ttlSeconds > 0 && sources.length === 0)
    throw new Error('an authorizer whose results are kept needs at least one identity source');
  return { uri: String(AuthorizerUri), payloadFormat, simpleResponses, ttlSeconds };
};

/** JWT and Lambda authorizers. */
export const authorizerResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Authorizer',
  honoured: [
    ...['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration', 'Name', 'AuthorizerUri'],
    ...['AuthorizerPayloadFormatVersion', 'EnableSimpleResponses', 'AuthorizerResultTtlInSeconds'],
    'AuthorizerCredentialsArn',
  ],
  create(resource) {
    const { AuthorizerType, Name, AuthorizerCredentialsArn } = resource.properties;
    const api = apiOf(apis, resource);
    const type = oneOf('AuthorizerType', AuthorizerType, api.protocol === 'HTTP' ? ['JWT', 'REQUEST'] : ['REQUEST']);
    const sources = identitySources(api, resource);
    const id = idOf(resource);
    api.authorizers.set(id, {
      ...{ id, type, name: String(Name), identitySources: sources, issuer: '', audience: [], uri: '' },
      ...{ payloadFormat: '1.0', simpleResponses: false, ttlSeconds: 0 },
      ...(type === 'JWT' ? jwt(resource, sources) : lambda(api, resource, sources)),
      ...present({ credentialsArn: AuthorizerCredentialsArn as string | undefined }),
    });
    return { ref: id, attributes: { AuthorizerId: id } };
  },
  remove: (resource, { ref }) => void apis.get(String(resource.properties.ApiId))?.authorizers.delete(ref),
});
