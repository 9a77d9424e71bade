import type { Mapping } from './http/mapping.ts';

export type Protocol = 'HTTP' | 'WEBSOCKET';

export type Authorizer = {
  id: string;
  name: string;
  type: 'JWT' | 'REQUEST';
  /** Such as `$request.header.Authorization`, or `route.request.querystring.token` of a WebSocket API. */
  identitySources: readonly string[];
  issuer: string;
  audience: readonly string[];
  /** Of the function that decides; a Lambda authorizer's alone, as are all that follow. */
  uri: string;
  credentialsArn?: string;
  payloadFormat: '1.0' | '2.0';
  simpleResponses: boolean;
  ttlSeconds: number;
};

export type Integration = {
  id: string;
  type: 'AWS_PROXY' | 'MOCK';
  uri: string;
  /** Payload 1.0 is what WebSocket APIs have. */
  payloadFormat: '1.0' | '2.0';
  timeoutMs: number;
  credentialsArn?: string;
  description?: string;
  /** Templates of a `MOCK`, by content type or model key. */
  requestTemplates: Readonly<Record<string, string>>;
  templateSelection?: string;
  /** What an HTTP API changes of a request before its function gets it, and of answers, by their status. */
  requestMapping: readonly Mapping[];
  responseMapping: Readonly<Record<string, readonly Mapping[]>>;
  responses: Map<string, IntegrationResponse>;
};

export type IntegrationResponse = { id: string; key: string; templates: Readonly<Record<string, string>> };

export type Route = {
  id: string;
  /** `GET /pets/{id}`, `$default`, or a WebSocket API's `$connect` and the like. */
  key: string;
  integrationId?: string;
  authorization: 'NONE' | 'JWT' | 'CUSTOM' | 'AWS_IAM';
  authorizerId?: string;
  scopes: readonly string[];
  operationName?: string;
  /** `$default` where what the integration answers goes back to the client of a WebSocket API. */
  responseSelection?: string;
  responses: Map<string, { id: string; key: string }>;
};

export type Throttle = { rate: number; burst: number };

export type Stage = {
  name: string;
  description?: string;
  autoDeploy: boolean;
  deploymentId?: string;
  variables: Readonly<Record<string, string>>;
  throttle?: Throttle;
  /** By route key. */
  routeThrottles: Readonly<Record<string, Throttle>>;
  accessLog?: { group: string; arn: string; format: string };
  createdAt: number;
};

export type Cors = {
  origins: readonly string[];
  methods: readonly string[];
  headers: readonly string[];
  exposed: readonly string[];
  credentials: boolean;
  maxAge?: number;
};

/** One API with all that its template gives it. */
export type Api = {
  id: string;
  name: string;
  protocol: Protocol;
  description?: string;
  version?: string;
  createdAt: number;
  routeSelection: string;
  /** True where the API may not be called at its own address. */
  endpointDisabled: boolean;
  cors?: Cors;
  routes: Map<string, Route>;
  integrations: Map<string, Integration>;
  authorizers: Map<string, Authorizer>;
  stages: Map<string, Stage>;
  deployments: Map<string, { id: string; description?: string; createdAt: number }>;
};

export type Apis = Map<string, Api>;

/** Whether a stage serves requests: on AWS it has been deployed to, by itself or by a deployment. */
export const isDeployed = ({ autoDeploy, deploymentId }: Stage): boolean => autoDeploy || deploymentId !== undefined;

/** Host name of an API, and so the first part of its address. */
export const domainOf = (apiId: string, region: string): string => `${apiId}.execute-api.${region}.amazonaws.com`;
