import type { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import { stableHash } from '../assembly/physical-name.ts';
import type { Resource, ResourceType } from '../assembly/resource-type.ts';
import { AwsError } from '../aws/error.ts';
import { honouring } from '../aws/honouring.ts';
import type { FrontDoorRequest, FrontDoorResponse, Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { createAccessTokens } from './access-token.ts';
import { startBackend } from './backend.ts';
import { COGNITO_HONOURED } from './honoured.ts';
import { paged } from './paging.ts';
import { clientOf, GROUP_PROPERTIES, POOL_HONOURED, POOL_WITHOUT_EFFECT, poolOf } from './properties.ts';

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
};

type Input = Readonly<Record<string, unknown>>;

const noSecrets = (): AwsError =>
  new AwsError(
    'InvalidParameterException',
    'GenerateSecret: the embedded runtime has no secrets of clients; leave it out, or say false.',
  );

/** User pools for sign-in, on cognito-local. Tokens name the issuer that the pool would have on AWS. */
export const createCognito = async ({ database, clock, folder, accountId, region }: CognitoOptions) => {
  const issuerDomain = `https://cognito-idp.${region}.amazonaws.com`;
  const backend = await startBackend(database, clock, folder, issuerDomain);
  const arnOf = (poolId: unknown): string => `arn:aws:cognito-idp:${region}:${accountId}:userpool/${poolId}`;
  const checkAccessToken = createAccessTokens(backend.publicKey, clock);
  const operationOf = (name: string): Operation => ({
    permissions: ({ UserPoolId }: { UserPoolId?: string }) =>
      UNSIGNED.includes(name)
        ? []
        : [{ action: `cognito-idp:${name}`, resource: UserPoolId ? arnOf(UserPoolId) : '*' }],
    async run(input: Input) {
      if (input.AccessToken !== undefined) await checkAccessToken(input.AccessToken);
      if (input.GenerateSecret === true) throw noSecrets();
      const output = await backend.call(name, input).catch(asAwsError(name));
      return paged(name, input, withTokenType(withEpochSeconds(output) as Input));
    },
  });
  const service: Service = {
    name: 'cognito-idp',
    json: { targetPrefix: 'AWSCognitoIdentityProviderService', version: '1.1' },
    unsignedOperations: UNSIGNED.filter((name) => backend.operations.includes(name)),
    operations: honouring(
      Object.fromEntries(backend.operations.map((name) => [name, operationOf(name)])),
      COGNITO_HONOURED,
    ),
  };
  const idOf = (resource: Resource, length: number): string =>
    stableHash(resource).toString('base64url').replace(/[-_]/g, '0').slice(0, length);

  const userPool: ResourceType = {
    type: 'AWS::Cognito::UserPool',
    honoured: POOL_HONOURED,
    withoutEffect: POOL_WITHOUT_EFFECT,
    async create(resource) {
      const id = `${region}_${idOf(resource, 9)}`;
      const declared = poolOf(resource.properties, { id, arn: arnOf(id), now: clock.now() });
      await backend.service.createUserPool(backend.context, declared);
      // A pool that was kept goes by what the template says now.
      const pool = await backend.service.getUserPool(backend.context, id);
      const { CreationDate } = pool.options;
      const given = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined));
      await pool.updateOptions(backend.context, { ...pool.options, ...given, CreationDate });
      const providerName = `cognito-idp.${region}.amazonaws.com/${id}`;
      return {
        ref: id,
        attributes: {
          Arn: arnOf(id),
          UserPoolId: id,
          ProviderName: providerName,
          ProviderURL: `https://${providerName}`,
        },
      };
    },
  };
  const userPoolClient: ResourceType = {
    type: 'AWS::Cognito::UserPoolClient',
    honoured: [
      'UserPoolId',
      'ExplicitAuthFlows',
      'AccessTokenValidity',
      'IdTokenValidity',
      'RefreshTokenValidity',
      'TokenValidityUnits',
      'ClientName',
      'PreventUserExistenceErrors',
      'CallbackURLs',
      'LogoutURLs',
      'AllowedOAuthFlows',
      'AllowedOAuthScopes',
      'AllowedOAuthFlowsUserPoolClient',
      'SupportedIdentityProviders',
    ],
    async create(resource) {
      const pool = await backend.service.getUserPool(backend.context, String(resource.properties.UserPoolId));
      const id = idOf(resource, 26).toLowerCase();
      await pool.saveAppClient(backend.context, clientOf(resource.properties, id, clock.now()));
      return { ref: id, attributes: { ClientId: id, Name: resource.properties.ClientName ?? resource.logicalId } };
    },
  };
  const group: ResourceType = {
    type: 'AWS::Cognito::UserPoolGroup',
    honoured: GROUP_PROPERTIES,
    async create({ properties }) {
      const name = String(properties.GroupName);
      const pool = await backend.service.getUserPool(backend.context, String(properties.UserPoolId));
      // A group that exists keeps its members.
      if (!(await pool.getGroupByGroupName(backend.context, name))) {
        const now = new Date(clock.now());
        await pool.saveGroup(backend.context, { ...properties, CreationDate: now, LastModifiedDate: now, members: [] });
      }
      return { ref: name, attributes: {} };
    },
  };

  return {
    service,
    resourceTypes: [userPool, userPoolClient, group],
    /** The keys that an issuer signs with, or undefined for an issuer that is no pool of here. */
    keysOf: (issuer: string): Record<string, unknown>[] | undefined =>
      issuer.startsWith(`${issuerDomain}/`) ? [backend.publicKey] : undefined,
    /** Answers a pool's key set and OpenID configuration. */
    async unsigned({ method, url }: FrontDoorRequest): Promise<FrontDoorResponse | undefined> {
      const [, poolId, document] = /^\/([\w-]+_\w+)\/\.well-known\/([\w.-]+)$/.exec(url.pathname) ?? [];
      if (method !== 'GET' || !poolId) return undefined;
      const issuer = `${issuerDomain}/${poolId}`;
      const documents: Record<string, object> = {
        'jwks.json': { keys: [backend.publicKey] },
        'openid-configuration': {
          issuer,
          jwks_uri: `${issuer}/.well-known/jwks.json`,
          id_token_signing_alg_values_supported: ['RS256'],
        },
      };
      const body = documents[document ?? ''];
      return body && { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    },
  };
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
