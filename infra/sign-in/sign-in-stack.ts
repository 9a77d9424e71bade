import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import { CfnAuthorizer, type HttpApi, HttpAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type IUserPool,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Api } from '../shared/http-route.ts';
import { settingsOf } from '../shared/settings.ts';

export interface SignInStackProps {
  readonly users: IUserPool;
  readonly http: HttpApi;
  readonly edgeKey: string;
  /** `https://…`, without a slash at its end. */
  readonly siteUrl: string;
}

/** How people sign in, and what the API takes for proof that they did. */
export class SignInStack extends Stack {
  readonly api: Api;
  readonly clientId: string;
  /** Where browsers are sent to sign in: `https://<prefix>.auth.<region>.amazoncognito.com`. */
  readonly pagesUrl: string;

  constructor(scope: Construct, id: string, { users, http, edgeKey, siteUrl }: SignInStackProps) {
    super(scope, id);
    // Unique in all of AWS: the first part of the stack's own UUID.
    const unique = Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', this.stackId))));
    const { domainName } = new UserPoolDomain(this, 'Pages', {
      userPool: users,
      cognitoDomain: { domainPrefix: Fn.join('-', ['marquee', settingsOf(this).stage.name, unique]) },
    });
    const studio = `${siteUrl}/studio`;
    const client = new UserPoolClient(this, 'Web', {
      userPool: users,
      authFlows: { userSrp: true, userPassword: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [studio],
        logoutUrls: [studio],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    this.clientId = client.userPoolClientId;
    this.pagesUrl = `https://${domainName}.auth.${this.region}.amazoncognito.com`;
    const authorizer = new CfnAuthorizer(this, 'Users', {
      apiId: http.apiId,
      name: 'Users',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: {
        issuer: `https://cognito-idp.${this.region}.amazonaws.com/${users.userPoolId}`,
        audience: [client.userPoolClientId],
      },
    });
    this.api = {
      http,
      edgeKey,
      authorizer: HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'Authorizer', {
        authorizerId: authorizer.attrAuthorizerId,
        authorizerType: 'JWT',
      }),
    };
    new CfnOutput(this, 'UserPoolClientId', { value: client.userPoolClientId });
    new CfnOutput(this, 'SignInUrl', { value: this.pagesUrl });
  }
}
