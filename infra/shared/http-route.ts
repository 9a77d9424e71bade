import {
  type HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Nanoservice } from './nanoservice.ts';

/** The HTTP API that all domains add routes to, and who may call them. */
export interface Api {
  readonly http: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
  /** What the CDN says to prove that a request came by it. */
  readonly edgeKey: string;
}

const METHODS: Readonly<Record<string, HttpMethod>> = { ...HttpMethod };

/** `METHOD /path` answered by one nanoservice for a signed-in user, with a Lambda permission for that route alone. */
export class Route extends Construct {
  constructor(scope: Construct, id: string, { http, authorizer }: Api, route: string, target: Nanoservice) {
    super(scope, id);
    addRoute(this, http, authorizer, route, target);
  }
}

const OF_FANS =
  'Fans are not signed in: the function checks the token of their conversation, and each network address is limited.';

/** The same for anybody, for the reason given: the function itself sees to what the caller may do. */
export class OpenRoute extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { http }: Pick<Api, 'http'>,
    route: string,
    target: Nanoservice,
    reason: string = OF_FANS,
  ) {
    super(scope, id);
    const added = addRoute(this, http, new HttpNoneAuthorizer(), route, target);
    acknowledge(added, 'AwsSolutions-APIG4', reason);
  }
}

const addRoute = (
  scope: Construct,
  httpApi: HttpApi,
  authorizer: IHttpRouteAuthorizer,
  route: string,
  target: Nanoservice,
): HttpRoute => {
  const [verb = '', path = ''] = route.split(' ');
  const method = METHODS[verb];
  if (!method || !path.startsWith('/')) throw new Error(`${route}: a route reads like "GET /assets/{id}".`);
  return new HttpRoute(scope, 'Route', {
    httpApi,
    routeKey: HttpRouteKey.with(path, method),
    authorizer,
    integration: new HttpLambdaIntegration('Integration', target.alias, { scopePermissionToRoute: true }),
  });
};
