import { Stack } from 'aws-cdk-lib';
import { type CfnStage, type IWebSocketApi, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acceptWildcard, allow } from './allow.ts';
import type { Nanoservice } from './nanoservice.ts';
import { settingsOf } from './settings.ts';

/** The stage's name is the path that the CDN leads to it: `wss://<site>/socket`. */
const STAGE = 'socket';

/** What an access log keeps of a socket: nothing that was said, and no token. */
const LOGGED = JSON.stringify({
  requestId: '$context.requestId',
  connectionId: '$context.connectionId',
  eventType: '$context.eventType',
  routeKey: '$context.routeKey',
  status: '$context.status',
  error: '$context.integrationErrorMessage',
});

/** The WebSocket API that domains add routes to: a message's `action` chooses the route. */
export class Sockets extends Construct {
  readonly api: IWebSocketApi;
  /** `<id>.execute-api.<region>.amazonaws.com`: the origin of the CDN's path. */
  readonly domainName: string;
  readonly path = `/${STAGE}`;
  readonly #stage: WebSocketStage;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { stage } = settingsOf(this);
    const api = new WebSocketApi(this, 'Api', {
      description: 'Tells browsers what happens',
      routeSelectionExpression: '$request.body.action',
    });
    this.api = api;
    this.domainName = `${api.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
    this.#stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: api,
      stageName: STAGE,
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
    });
    const log = new LogGroup(this, 'Log', { retention: stage.logRetention, removalPolicy: stage.removalPolicy });
    (this.#stage.node.defaultChild as CfnStage).accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: LOGGED,
    };
  }

  /** Where connections are managed: `https://…/socket`. */
  get callbackUrl(): string {
    return `https://${this.domainName}${this.path}`;
  }

  /** Lets a function send to connections, and end them. */
  allowPush(service: Nanoservice): void {
    const stack = Stack.of(this);
    // A reference to another stack becomes an import only at synthesis; its name is needed now to accept the finding.
    const apiId = stack === Stack.of(service) ? this.api.apiId : stack.exportValue(this.api.apiId);
    const below = `arn:${stack.partition}:execute-api:${stack.region}:${stack.account}:${apiId}${this.path}`;
    for (const verb of ['POST', 'DELETE']) {
      const connections = `${below}/${verb}/@connections/*`;
      allow(service, ['execute-api:ManageConnections'], [connections]);
      acceptWildcard(service, connections, 'Connections are made by browsers and cannot be named beforehand.');
    }
  }
}
