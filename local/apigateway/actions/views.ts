import type { Api, Authorizer, Integration, Route, Stage } from '../model.ts';
import { domainOf } from '../model.ts';

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();

const listed = <Item>(name: string, items: readonly Item[]): object => (items.length > 0 ? { [name]: items } : {});

/** An API as `GetApi` shows it. */
export const apiView = (api: Api, region: string): object => ({
  apiEndpoint: `${api.protocol === 'HTTP' ? 'https' : 'wss'}://${domainOf(api.id, region)}`,
  apiId: api.id,
  apiKeySelectionExpression: '$request.header.x-api-key',
  ...(api.cors ? { corsConfiguration: corsView(api.cors) } : {}),
  createdDate: time(api.createdAt),
  description: api.description,
  disableExecuteApiEndpoint: api.endpointDisabled,
  name: api.name,
  protocolType: api.protocol,
  routeSelectionExpression: api.routeSelection,
  tags: {},
  version: api.version,
});

const corsView = ({ origins, methods, headers, exposed, credentials, maxAge }: NonNullable<Api['cors']>): object => ({
  allowCredentials: credentials,
  ...listed('allowHeaders', headers),
  ...listed('allowMethods', methods),
  ...listed('allowOrigins', origins),
  ...listed('exposeHeaders', exposed),
  maxAge,
});

/** A route as `GetRoute` shows it. */
export const routeView = (route: Route): object => ({
  apiKeyRequired: false,
  ...listed('authorizationScopes', route.scopes),
  authorizationType: route.authorization,
  authorizerId: route.authorizerId,
  operationName: route.operationName,
  routeId: route.id,
  routeKey: route.key,
  routeResponseSelectionExpression: route.responseSelection,
  target: route.integrationId === undefined ? undefined : `integrations/${route.integrationId}`,
});

/** An integration as `GetIntegration` shows it. */
export const integrationView = (integration: Integration): object => ({
  connectionType: 'INTERNET',
  credentialsArn: integration.credentialsArn,
  description: integration.description,
  integrationId: integration.id,
  ...(integration.type === 'MOCK'
    ? { requestTemplates: integration.requestTemplates, templateSelectionExpression: integration.templateSelection }
    : { integrationMethod: 'POST', integrationUri: integration.uri }),
  integrationType: integration.type,
  payloadFormatVersion: integration.payloadFormat,
  timeoutInMillis: integration.timeoutMs,
});

/** A stage as `GetStage` shows it. */
export const stageView = (stage: Stage): object => ({
  ...(stage.accessLog
    ? { accessLogSettings: { destinationArn: stage.accessLog.arn, format: stage.accessLog.format } }
    : {}),
  autoDeploy: stage.autoDeploy,
  createdDate: time(stage.createdAt),
  defaultRouteSettings: { detailedMetricsEnabled: false, ...throttleView(stage.throttle) },
  deploymentId: stage.deploymentId,
  description: stage.description,
  lastUpdatedDate: time(stage.createdAt),
  routeSettings: Object.fromEntries(
    Object.entries(stage.routeThrottles).map(([key, throttle]) => [key, throttleView(throttle)]),
  ),
  stageName: stage.name,
  stageVariables: stage.variables,
  tags: {},
});

const throttleView = (throttle: Stage['throttle']): object =>
  throttle ? { throttlingBurstLimit: throttle.burst, throttlingRateLimit: throttle.rate } : {};

/** An authorizer as `GetAuthorizer` shows it. */
export const authorizerView = (authorizer: Authorizer): object => ({
  authorizerId: authorizer.id,
  authorizerType: authorizer.type,
  identitySource: authorizer.identitySources,
  name: authorizer.name,
  ...(authorizer.type === 'JWT'
    ? { jwtConfiguration: { audience: authorizer.audience, issuer: authorizer.issuer } }
    : {
        authorizerCredentialsArn: authorizer.credentialsArn,
        authorizerPayloadFormatVersion: authorizer.payloadFormat,
        authorizerResultTtlInSeconds: authorizer.ttlSeconds,
        authorizerUri: authorizer.uri,
        enableSimpleResponses: authorizer.simpleResponses,
      }),
});

/** A deployment as `GetDeployment` shows it. */
export const deploymentView = ({
  id,
  description,
  createdAt,
}: {
  id: string;
  description?: string;
  createdAt: number;
}): object => ({
  autoDeployed: false,
  createdDate: time(createdAt),
  deploymentId: id,
  deploymentStatus: 'DEPLOYED',
  description,
});

export const routeResponseView = ({ id, key }: { id: string; key: string }): object => ({
  routeResponseId: id,
  routeResponseKey: key,
});

export const integrationResponseView = ({
  id,
  key,
  templates,
}: {
  id: string;
  key: string;
  templates: object;
}): object => ({
  integrationResponseId: id,
  integrationResponseKey: key,
  responseTemplates: templates,
});
