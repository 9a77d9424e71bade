import type { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import { AwsError } from '../aws/error.ts';
import { honouring } from '../aws/honouring.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { createAccessTokens } from './access-token.ts';
import { startBackend, type UserPool } from './backend.ts';
import { COGNITO_HONOURED } from './honoured.ts';
import { createUserChanges } from './hosted/change-user.ts';
import { domainOperations } from './hosted/domain-operations.ts';
import { domainResource } from './hosted/domain-resource.ts';
import { createDomains } from './hosted/domains.ts';
import { createHostedSignIn } from './hosted/hosted.ts';
import { createKept } from './hosted/kept.ts';
import { paged } from './paging.ts';
import { cognitoResources } from './resources.ts';
import { createWellKnown } from './well-known.ts';

/** Operations that a browser makes without AWS keys: to sign in, or with the access token of who has. */
const UNSIGNED = [
  'InitiateAuth',
  'RespondToAuthChallenge',
  'SignUp',
  'ConfirmSignUp',
  'ForgotPassword',
  'ConfirmForgotPassword',
  'GetUser',
  'ChangePassword',
  'RevokeToken',
  'GlobalSignOut',
  'UpdateUserAttributes',
  'ResendConfirmationCode',
  'AssociateSoftwareToken',
  'DeleteUser',
  'DeleteUserAttributes',
  'GetUserAttributeVerificationCode',
  'SetUserMFAPreference',
  'VerifySoftwareToken',
  'VerifyUserAttribute',
];

export type CognitoOptions = {
  database: DatabaseSync;
  clock: Clock;
  folder: string;
  accountId: string;
  region: string;
  /** Where the site answers, known once it does. */
  siteUrl?: () => string | undefined;
};

type Input = Readonly<Record<string, unknown>>;

const noSecrets = (): AwsError =>
  new AwsError(
    'InvalidParameterException',
    'GenerateSecret: the embedded runtime has no secrets of clients; leave it out, or say false.',
  );

/** User pools with their hosted sign-in, on cognito-local. Tokens name the issuer that the pool would have on AWS. */
export const createCognito = async (options: CognitoOptions) => {
  const { database, clock, folder, accountId, region, siteUrl = () => undefined } = options;
  const issuerDomain = `https://cognito-idp.${region}.amazonaws.com`;
  const backend = await startBackend(database, clock, folder, issuerDomain);
  const arnOf = (poolId: unknown): string => `arn:aws:cognito-idp:${region}:${accountId}:userpool/${poolId}`;
  const domains = createDomains(database);
  const findPool = (id: string): Promise<UserPool> =>
    backend.service.getUserPool(backend.context, id).catch(asAwsError('GetUserPool'));
  const checkAccessToken = createAccessTokens(backend.publicKey, clock);
  const operationOf = (name: string): Operation => ({
    permissions: ({ UserPoolId }: { UserPoolId?: string }) =>
      UNSIGNED.includes(name)
        ? []
        : [{ action: `cognito-idp:${name}`, resource: UserPoolId ? arnOf(UserPoolId) : '*' }],
    async run(input: Input) {
      if (input.AccessToken !== undefined) await checkAccessToken(input.AccessToken);
      if (input.GenerateSecret === true) throw noSecrets();
      if (name === 'DeleteUserPool') requireNoDomain(domains.ofPool(String(input.UserPoolId)));
      const output = await backend.call(name, input).catch(asAwsError(name));
      const told = name === 'DescribeUserPool' ? withDomain(output, domains.ofPool(String(input.UserPoolId))) : output;
      return paged(name, input, withTokenType(withEpochSeconds(told) as Input));
    },
  });
  const service: Service = {
    name: 'cognito-idp',
    json: { targetPrefix: 'AWSCognitoIdentityProviderService', version: '1.1' },
    unsignedOperations: UNSIGNED.filter((name) => backend.operations.includes(name)),
    operations: honouring(
      {
        ...Object.fromEntries(backend.operations.map((name) => [name, operationOf(name)])),
        ...domainOperations({ domains, findPool, accountId, arnOf }),
      },
      COGNITO_HONOURED,
    ),
  };
  return {
    service,
    resourceTypes: [...cognitoResources({ backend, clock, region, arnOf }), domainResource(domains, findPool)],
    /** The keys that an issuer signs with, or undefined for an issuer that is no pool of here. */
    keysOf: (issuer: string): Record<string, unknown>[] | undefined =>
      issuer.startsWith(`${issuerDomain}/`) ? [backend.publicKey] : undefined,
    /** Answers a pool's key set and OpenID configuration. */
    unsigned: createWellKnown({
      ...{ issuerDomain, region, siteUrl },
      publicKey: backend.publicKey,
      domainOf: domains.ofPool,
    }),
    /** The pages that people sign in on, and what apps ask of them. */
    hosted: createHostedSignIn(
      {
        backend,
        clock,
        kept: createKept(database, clock),
        changeUser: createUserChanges(backend),
        issuerDomain,
        siteUrl,
      },
      domains,
    ),
  };
};

const requireNoDomain = (domain: string | undefined): void => {
  if (domain !== undefined)
    throw new AwsError(
      'InvalidParameterException',
      'User pool cannot be deleted. It has a domain configured that should be deleted first.',
    );
};

const withDomain = (output: object, Domain: string | undefined): object => {
  const { UserPool } = output as { UserPool?: object };
  return Domain === undefined ? output : { ...output, UserPool: { ...UserPool, Domain } };
};

/** AWS's JSON protocols carry times as seconds since the epoch. */
const withEpochSeconds = (value: unknown): unknown => {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withEpochSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withEpochSeconds(member)]));
};

/** A sign-in tells of what kind its tokens are and for how many seconds they serve. */
const withTokenType = (output: Input): Input => {
  const { AuthenticationResult: result } = output as { AuthenticationResult?: { AccessToken?: string } };
  if (result?.AccessToken === undefined) return output;
  const { exp = 0, iat = 0 } = decodeJwt(result.AccessToken);
  return { ...output, AuthenticationResult: { ...result, ExpiresIn: exp - iat, TokenType: 'Bearer' } };
};

/** Sign-in says of a wrong password what Cognito says, which does not tell it from a wrong name. */
const asAwsError =
  (operation: string) =>
  (error: unknown): never => {
    const { code, message } = error as { code?: unknown; message: string };
    if (code === 'InvalidPasswordException' && /InitiateAuth$/.test(operation))
      throw new AwsError('NotAuthorizedException', 'Incorrect username or password.');
    if (typeof code === 'string') throw new AwsError(code, message);
    throw error;
  };
