import { stableHash } from '../assembly/physical-name.ts';
import type { Resource, ResourceType } from '../assembly/resource-type.ts';
import { logGroupName } from '../aws/arn.ts';
import type { Api } from './api.ts';

type Apis = Map<string, Api>;

/** Ten letters and digits that stay the same for the same resource, as API Gateway's ids look. */
const idOf = (resource: Resource): string =>
  BigInt(`0x${stableHash(resource).toString('hex').slice(0, 16)}`)
    .toString(36)
    .padStart(10, '0')
    .slice(0, 10);

const apiOf = (apis: Apis, resource: Resource): Api => {
  const api = apis.get(String(resource.properties.ApiId));
  if (!api) throw new Error(`there is no API ${resource.properties.ApiId}`);
  return api;
};

type CorsProperties = {
  AllowOrigins?: string[];
  AllowMethods?: string[];
  AllowHeaders?: string[];
  ExposeHeaders?: string[];
  AllowCredentials?: boolean;
  MaxAge?: number;
};

const apiResource = (apis: Apis, endpoint: (api: Api) => string): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Api',
  honoured: ['Name', 'ProtocolType', 'CorsConfiguration', 'Description'],
  create(resource) {
    const { Name, ProtocolType, CorsConfiguration } = resource.properties;
    if (ProtocolType !== 'HTTP') throw new Error(`the protocol ${ProtocolType} is not supported; only HTTP is`);
    const cors = CorsConfiguration as CorsProperties | undefined;
    const api: Api = {
      id: idOf(resource),
      name: String(Name),
      ...(cors
        ? {
            cors: {
              origins: cors.AllowOrigins ?? [],
              methods: cors.AllowMethods ?? [],
              headers: cors.AllowHeaders ?? [],
              exposed: cors.ExposeHeaders ?? [],
              credentials: cors.AllowCredentials ?? false,
              ...(cors.MaxAge === undefined ? {} : { maxAge: cors.MaxAge }),
            },
          }
        : {}),
      routes: [],
      integrations: new Map(),
      authorizers: new Map(),
      stages: new Map(),
    };
    apis.set(api.id, api);
    return { ref: api.id, attributes: { ApiId: api.id, ApiEndpoint: endpoint(api) } };
  },
});

const authorizerResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Authorizer',
  honoured: ['ApiId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration', 'Name'],
  create(resource) {
    const { AuthorizerType, IdentitySource, JwtConfiguration, Name } = resource.properties;
    if (AuthorizerType !== 'JWT')
      throw new Error(`the authorizer type ${AuthorizerType} is not supported; only JWT is`);
    const { Issuer = '', Audience = [] } = (JwtConfiguration ?? {}) as { Issuer?: string; Audience?: string[] };
    const id = idOf(resource);
    const [identitySource = '$request.header.Authorization'] = (IdentitySource as string[] | undefined) ?? [];
    apiOf(apis, resource).authorizers.set(id, {
      id,
      name: String(Name),
      issuer: Issuer,
      audience: Audience,
      identitySource,
    });
    return { ref: id, attributes: { AuthorizerId: id } };
  },
});

/** Longest that an HTTP API waits for its integration, in milliseconds. */
const LONGEST_WAIT = 30_000;

const integrationResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Integration',
  honoured: ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion', 'TimeoutInMillis'],
  create(resource) {
    const { IntegrationType, IntegrationUri, PayloadFormatVersion, TimeoutInMillis } = resource.properties;
    if (IntegrationType !== 'AWS_PROXY' || PayloadFormatVersion !== '2.0') {
      throw new Error(
        `the integration ${IntegrationType} with payload ${PayloadFormatVersion} is not supported; only AWS_PROXY with payload 2.0 is`,
      );
    }
    const id = idOf(resource);
    apiOf(apis, resource).integrations.set(id, {
      id,
      functionArn: String(IntegrationUri),
      timeoutMs: Number(TimeoutInMillis ?? LONGEST_WAIT),
    });
    return { ref: id, attributes: { IntegrationId: id } };
  },
});

const routeResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Route',
  honoured: ['ApiId', 'RouteKey', 'Target', 'AuthorizationType', 'AuthorizerId', 'AuthorizationScopes'],
  create(resource) {
    const { RouteKey, Target, AuthorizationType = 'NONE', AuthorizerId, AuthorizationScopes } = resource.properties;
    if (AuthorizationType !== 'NONE' && AuthorizationType !== 'JWT')
      throw new Error(`the authorization type ${AuthorizationType} is not supported`);
    const key = String(RouteKey);
    const [method = '', path = ''] = key.split(' ');
    apiOf(apis, resource).routes.push({
      key,
      method,
      path,
      integrationId: String(Target).replace('integrations/', ''),
      ...(AuthorizerId === undefined ? {} : { authorizerId: String(AuthorizerId) }),
      scopes: (AuthorizationScopes as string[] | undefined) ?? [],
    });
    return { ref: idOf(resource), attributes: { RouteId: idOf(resource) } };
  },
});

const stageResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Stage',
  honoured: [
    'ApiId',
    'StageName',
    'AccessLogSettings.DestinationArn',
    'AccessLogSettings.Format',
    'DefaultRouteSettings.ThrottlingRateLimit',
    'DefaultRouteSettings.ThrottlingBurstLimit',
  ],
  withoutEffect: { AutoDeploy: 'the template is always what is deployed' },
  create(resource) {
    const { StageName, AccessLogSettings, DefaultRouteSettings } = resource.properties;
    if (StageName !== '$default') throw new Error(`the stage ${StageName} is not supported; only $default is`);
    const log = AccessLogSettings as { DestinationArn?: string; Format?: string } | undefined;
    const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = (DefaultRouteSettings ?? {}) as Record<
      string,
      number | undefined
    >;
    apiOf(apis, resource).stages.set('$default', {
      name: '$default',
      ...(rate !== undefined && burst !== undefined ? { throttle: { rate, burst } } : {}),
      ...(log?.DestinationArn
        ? {
            accessLog: {
              group: logGroupName(log.DestinationArn),
              format: log.Format ?? '',
            },
          }
        : {}),
    });
    return { ref: '$default', attributes: {} };
  },
});

/** What CloudFormation makes HTTP APIs of. */
export const httpApiResources = (apis: Apis, endpoint: (api: Api) => string): ResourceType[] => [
  apiResource(apis, endpoint),
  authorizerResource(apis),
  integrationResource(apis),
  routeResource(apis),
  stageResource(apis),
];
