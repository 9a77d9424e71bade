import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import { CorsHttpMethod, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { AccountRecovery, CfnUserPoolGroup, Mfa, UserPool } from 'aws-cdk-lib/aws-cognito';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { settingsOf } from './settings.ts';
import { Sockets } from './sockets.ts';

/** The groups of people, each with what it is for; a group's name arrives in the token's claim `cognito:groups`. */
const ROLES = {
  editor: 'Uploads, writes and previews',
  publisher: 'Approves, releases and sets embargo times',
  operator: 'Watches, redrives and repairs',
  admin: 'May do all of it',
} as const;

/** What every domain stands on: the bus, the people, and the HTTP API. */
export class SharedStack extends Stack {
  readonly bus: EventBus;
  readonly users: UserPool;
  /** That all domains add routes to. */
  readonly http: HttpApi;
  /** What the CDN says to prove that a request came by it. */
  readonly edgeKey: string;
  readonly sockets: Sockets;
  /** Whoever is to be told of alarms subscribes to it. */
  readonly alarms: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Everything that happens in Marquee' });
    this.alarms = new Topic(this, 'Alarms', { displayName: 'Marquee alarms', enforceSSL: true });
    acknowledge(
      this.alarms,
      'AwsSolutions-SNS2',
      'An alarm says which queue or store is at fault and nothing of what is in it; a key of its own costs money while idle.',
    );
    this.users = this.#users();
    this.http = this.#httpApi();
    // The stack's own UUID: known to nobody outside of the account, and it costs nothing to keep.
    this.edgeKey = Fn.select(2, Fn.split('/', this.stackId));
    this.sockets = new Sockets(this, 'Sockets');
    new CfnOutput(this, 'ApiUrl', { value: this.http.apiEndpoint });
    new CfnOutput(this, 'UserPoolId', { value: this.users.userPoolId });
    new CfnOutput(this, 'AlarmsTopicArn', { value: this.alarms.topicArn });
    new CfnOutput(this, 'EventBusName', { value: this.bus.eventBusName });
  }

  #users(): UserPool {
    const users = new UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true, username: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      removalPolicy: settingsOf(this).stage.removalPolicy,
    });
    for (const [groupName, description] of Object.entries(ROLES)) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: users.userPoolId, groupName, description });
    }
    acknowledge(
      users,
      'AwsSolutions-COG2',
      'Each user may turn on a one-time password; forcing it is left to the owner of the account.',
    );
    acknowledge(
      users,
      'AwsSolutions-COG3',
      'Threat protection needs the Plus tier, which costs money while nobody uses the system.',
    );
    acknowledge(
      users,
      'AwsSolutions-COG8',
      'The Plus tier costs money per user; the Essentials tier has all that Marquee uses.',
    );
    return users;
  }

  #httpApi(): HttpApi {
    const { stage } = settingsOf(this);
    const http = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      corsPreflight: {
        // Tokens travel in a header, never in a cookie, so any page may ask: what it may do is what its token says.
        allowOrigins: ['*'],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT, CorsHttpMethod.DELETE],
        allowHeaders: ['authorization', 'content-type', 'conversation-token', 'if-match'],
        exposeHeaders: ['etag'],
        maxAge: Duration.hours(1),
      },
    });
    const log = new LogGroup(this, 'ApiLog', { retention: stage.logRetention, removalPolicy: stage.removalPolicy });
    new HttpStage(this, 'ApiStage', {
      httpApi: http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: { destination: new LogGroupLogDestination(log) },
    });
    return http;
  }
}
