import type { Resource, ResourceType } from '../../assembly/resource-type.ts';
import { readMapping } from '../http/mapping.ts';
import { idOf } from '../ids.ts';
import type { Api, Apis, Integration } from '../model.ts';
import { apiOf, between, oneOf, present } from './of-api.ts';

/** Longest that an API waits for its integration, in milliseconds, by protocol. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const LONGEST_WAIT = { HTTP: 30_000, WEBSOCKET: 29_000 };

/** What a template may hold that the runtime fills in: nothing but plain text. */
const requirePlain = (templates: Readonly<Record<string, string>>): void => {
  for (const text of Object.values(templates))
    if (/[$#]/.test(text))
      throw new Error('templates with variables or directives are not supported; only plain text is');
};

const mock = (
  { protocol }: Api,
  { properties }: Resource,
): Pick<Integration, 'requestTemplates' | 'templateSelection'> => {
  if (protocol === 'HTTP') throw new Error('a MOCK integration is supported only for WebSocket APIs');
  const requestTemplates = (properties.RequestTemplates ?? {}) as Record<string, string>;
  requirePlain(requestTemplates);
  return {
    requestTemplates,
    ...present({ templateSelection: properties.TemplateSelectionExpression as string | undefined }),
  };
};

type ResponseParameters = Record<string, { ResponseParameters?: { Destination: string; Source: string }[] }>;

const responseMapping = (parameters: ResponseParameters): Integration['responseMapping'] =>
  Object.fromEntries(
    Object.entries(parameters).map(([status, { ResponseParameters: steps = [] }]) => [
      status,
      steps.map(({ Destination, Source }) => readMapping('response', Destination, String(Source))),
    ]),
  );

const proxy = ({ protocol }: Api, { properties }: Resource): Partial<Integration> => {
  const { IntegrationUri, IntegrationSubtype, PayloadFormatVersion, ConnectionType = 'INTERNET' } = properties;
  if (IntegrationSubtype !== undefined)
    throw new Error(`IntegrationSubtype ${IntegrationSubtype} is not supported; call the service from a function`);
  if (IntegrationUri === undefined) throw new Error('IntegrationUri is required for an AWS_PROXY integration');
  if (!/:lambda:|\$\{stageVariables/.test(String(IntegrationUri)))
    throw new Error(`IntegrationUri ${IntegrationUri} is not a function; only functions are supported`);
  oneOf('ConnectionType', ConnectionType, ['INTERNET']);
  if (protocol === 'WEBSOCKET') {
    if (PayloadFormatVersion !== undefined) oneOf('PayloadFormatVersion', PayloadFormatVersion, ['1.0']);
    for (const name of ['RequestParameters', 'ResponseParameters'])
      if (properties[name] !== undefined) throw new Error(`${name} is supported here only for HTTP APIs`);
    return {};
  }
  if (PayloadFormatVersion === undefined)
    throw new Error('PayloadFormatVersion is a required parameter for integration type AWS_PROXY');
  return {
    payloadFormat: oneOf('PayloadFormatVersion', PayloadFormatVersion, ['1.0', '2.0']),
    requestMapping: Object.entries((properties.RequestParameters ?? {}) as Record<string, string>).map(
      ([destination, value]) => readMapping('request', destination, String(value)),
    ),
    responseMapping: responseMapping((properties.ResponseParameters ?? {}) as ResponseParameters),
  };
};

/** What answers a route: a function, or a WebSocket API's stand-in. */
export const integrationResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::Integration',
  honoured: [
    ...['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion', 'TimeoutInMillis', 'CredentialsArn'],
    ...['Description', 'RequestTemplates', 'TemplateSelectionExpression', 'ConnectionType'],
    ...['RequestParameters', 'ResponseParameters'],
  ],
  withoutEffect: {
    IntegrationMethod: 'a function is always invoked by POST',
    PassthroughBehavior: 'a function gets every message as it is',
  },
  create(resource) {
    const { properties } = resource;
    const api = apiOf(apis, resource);
    const type = oneOf('IntegrationType', properties.IntegrationType, ['AWS_PROXY', 'MOCK']);
    const credentialsArn = properties.CredentialsArn as string | undefined;
    if (credentialsArn?.includes('*')) throw new Error('CredentialsArn of the caller is not supported; name a role');
    const longest = LONGEST_WAIT[api.protocol];
    const id = idOf(resource);
    api.integrations.set(id, {
      ...{ id, type, uri: String(properties.IntegrationUri ?? ''), payloadFormat: '1.0', requestTemplates: {} },
      ...{ requestMapping: [], responseMapping: {} },
      timeoutMs: between('TimeoutInMillis', properties.TimeoutInMillis ?? longest, 50, longest),
      ...present({ credentialsArn, description: properties.Description as string | undefined }),
      ...(type === 'MOCK' ? mock(api, resource) : proxy(api, resource)),
      responses: api.integrations.get(id)?.responses ?? new Map(),
    });
    return { ref: id, attributes: { IntegrationId: id } };
  },
  remove: (resource, { ref }) => void apis.get(String(resource.properties.ApiId))?.integrations.delete(ref),
});

/** What a stand-in's answer is made of. */
export const integrationResponseResource = (apis: Apis): ResourceType => ({
  type: 'AWS::ApiGatewayV2::IntegrationResponse',
  honoured: ['ApiId', 'IntegrationId', 'IntegrationResponseKey', 'ResponseTemplates'],
  create(resource) {
    const { IntegrationId, IntegrationResponseKey, ResponseTemplates = {} } = resource.properties;
    const integration = apiOf(apis, resource).integrations.get(String(IntegrationId));
    if (!integration)
      throw new Error(`Invalid Integration identifier specified: there is no integration ${IntegrationId}`);
    if (integration.type !== 'MOCK')
      throw new Error('an integration response is supported only for a MOCK integration');
    const templates = ResponseTemplates as Record<string, string>;
    requirePlain(templates);
    const id = idOf(resource);
    integration.responses.set(id, { id, key: String(IntegrationResponseKey), templates });
    return { ref: id, attributes: { IntegrationResponseId: id } };
  },
  remove({ properties }, { ref }) {
    apis.get(String(properties.ApiId))?.integrations.get(String(properties.IntegrationId))?.responses.delete(ref);
  },
});
