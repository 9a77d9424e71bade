import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Nanoservice } from './nanoservice.ts';

/** The HTTP API that all domains add routes to, and who may call them. */
export interface Api {
  readonly http: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
}

const METHODS: Readonly<Record<string, HttpMethod>> = { ...HttpMethod };

/** `METHOD /path` answered by one nanoservice for a signed-in user, with a Lambda permission for that route alone. */
export class Route extends Construct {
  constructor(scope: Construct, id: string, { http, authorizer }: Api, route: string, target: Nanoservice) {
    super(scope, id);
    const [verb = '', path = ''] = route.split(' ');
    const method = METHODS[verb];
    if (!method || !path.startsWith('/')) throw new Error(`${route}: a route reads like "GET /assets/{id}".`);
    new HttpRoute(this, 'Route', {
      httpApi: http,
      routeKey: HttpRouteKey.with(path, method),
      authorizer,
      integration: new HttpLambdaIntegration('Integration', target.alias, { scopePermissionToRoute: true }),
    });
  }
}
