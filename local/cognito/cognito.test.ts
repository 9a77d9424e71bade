import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUserPoolsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createCognito } from './cognito.ts';

const PASSWORD = 'Correct-Horse-9';

/** Cognito behind a front door, with a pool, a client and the group of editors as a template has them. */
const open = async (folder: string) => {
  const clock = new VirtualClock(Date.now());
  const database = openDatabase(join(folder, 'cognito.sqlite'));
  const cognito = await createCognito({ database, clock, folder, accountId: ACCOUNT_ID, region: REGION });
  const harness: Harness = await openHarness({ services: () => [cognito.service] });
  const make = async (type: string, id: string, properties: Record<string, unknown>) => {
    const known = cognito.resourceTypes.find((candidate) => candidate.type === `AWS::Cognito::${type}`);
    return String((await known?.create(resource(`AWS::Cognito::${type}`, id, properties), deployContext))?.ref);
  };
  const UserPoolId = await make('UserPool', 'Pool', { UserPoolName: 'people' });
  const ClientId = await make('UserPoolClient', 'Client', {
    UserPoolId,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    AccessTokenValidity: 60,
    TokenValidityUnits: { AccessToken: 'minutes' },
  });
  await make('UserPoolGroup', 'Editors', { UserPoolId, GroupName: 'editor' });
  const client = new CognitoIdentityProviderClient(harness.client);
  return {
    ...cognito,
    clock,
    client,
    UserPoolId,
    ClientId,
    signIn: (PASSWORD_: string, USERNAME = 'ada') =>
      client.send(
        new InitiateAuthCommand({
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId,
          AuthParameters: { USERNAME, PASSWORD: PASSWORD_ },
        }),
      ),
    async close() {
      client.destroy();
      await harness.close();
      database.close();
    },
  };
};

let folder: string;
let cognito: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cognito-'));
  cognito = await open(folder);
  const { client, UserPoolId } = cognito;
  await client.send(new AdminCreateUserCommand({ UserPoolId, Username: 'ada', MessageAction: 'SUPPRESS' }));
  await client.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: 'ada', Password: PASSWORD, Permanent: true }),
  );
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: 'ada', GroupName: 'editor' }));
});
afterEach(async () => {
  await cognito.close();
  rmSync(folder, { recursive: true, force: true });
});

test('somebody who signs in gets a token that tells the pool, the client, the groups and when it ends', async () => {
  const { AuthenticationResult } = await cognito.signIn(PASSWORD);
  const token = AuthenticationResult?.AccessToken ?? '';
  const issuer = `https://cognito-idp.${REGION}.amazonaws.com/${cognito.UserPoolId}`;
  const keys = cognito.keysOf(issuer);
  const { payload } = await jwtVerify(token, createLocalJWKSet({ keys } as unknown as JSONWebKeySet), { issuer });
  expect(payload).toMatchObject({
    client_id: cognito.ClientId,
    token_use: 'access',
    username: 'ada',
    'cognito:groups': ['editor'],
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  expect(AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
});

test('a wrong password and an unknown user are refused', async () => {
  await expect(cognito.signIn('Wrong-Horse-9')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(cognito.signIn(PASSWORD, 'nobody')).rejects.toMatchObject({
    name: expect.stringMatching(/NotAuthorizedException|UserNotFoundException/),
  });
});

test('users, passwords, groups and the pool’s own id are there after a restart', async () => {
  const { UserPoolId, ClientId } = cognito;
  await cognito.close();
  cognito = await open(folder);
  expect([cognito.UserPoolId, cognito.ClientId]).toEqual([UserPoolId, ClientId]);
  const { AuthenticationResult } = await cognito.signIn(PASSWORD);
  expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')['cognito:groups']).toEqual(['editor']);
});

test('the pool publishes the keys that its tokens are signed with, and no other issuer’s are known', async () => {
  const ask = (path: string) =>
    cognito.unsigned({
      method: 'GET',
      url: new URL(`http://127.0.0.1${path}`),
      rawPath: path,
      headers: {},
      body: Buffer.of(),
    });
  const keys = JSON.parse(String((await ask(`/${cognito.UserPoolId}/.well-known/jwks.json`))?.body));
  const { AuthenticationResult } = await cognito.signIn(PASSWORD);
  await jwtVerify(AuthenticationResult?.IdToken ?? '', createLocalJWKSet(keys), { audience: cognito.ClientId });
  const configuration = JSON.parse(
    String((await ask(`/${cognito.UserPoolId}/.well-known/openid-configuration`))?.body),
  );
  expect(configuration.jwks_uri).toBe(`${configuration.issuer}/.well-known/jwks.json`);
  expect(await ask(`/${cognito.UserPoolId}/.well-known/other`)).toBeUndefined();
  expect(await ask('/.well-known/jwks.json')).toBeUndefined();
  expect(cognito.keysOf('https://elsewhere.example')).toBeUndefined();
});

test('an access token that no pool signed, that is no access token or that has ended is refused', async () => {
  const { client, clock } = cognito;
  const { AccessToken = '', IdToken } = (await cognito.signIn(PASSWORD)).AuthenticationResult ?? {};
  const [header, , signature] = AccessToken.split('.');
  const claims = Buffer.from(JSON.stringify({ ...decodeJwt(AccessToken), username: 'eve' })).toString('base64url');
  const get = (token?: string) => client.send(new GetUserCommand({ AccessToken: token }));
  expect(await get(AccessToken)).toMatchObject({ Username: 'ada' });
  for (const token of [IdToken, 'nonsense', `${header}.${claims}.${signature}`])
    await expect(get(token)).rejects.toMatchObject({ name: 'NotAuthorizedException', message: 'Invalid Access Token' });
  await clock.advance(3_601_000);
  await expect(get(AccessToken)).rejects.toMatchObject({ message: 'Access Token has expired' });
});

test('users come in pages, with the attributes that are asked for', async () => {
  const { client, UserPoolId } = cognito;
  for (const Username of ['bob', 'cy']) {
    const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }];
    await client.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }));
  }
  const page = (PaginationToken?: string) =>
    client.send(new ListUsersCommand({ UserPoolId, Limit: 2, AttributesToGet: ['email'], PaginationToken }));
  const first = await page();
  const second = await page(first.PaginationToken);
  const users = [...(first.Users ?? []), ...(second.Users ?? [])];
  expect([first.Users?.length, second.Users?.length, second.PaginationToken]).toEqual([2, 1, undefined]);
  expect(users.map(({ Username }) => Username).sort()).toEqual(['ada', 'bob', 'cy']);
  const { Attributes } = users.find(({ Username }) => Username === 'cy') ?? {};
  expect(Attributes).toEqual([{ Name: 'email', Value: 'cy@example.com' }]);
  await expect(page('nonsense')).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('triggers and secrets of clients, which are not there, are refused by name', async () => {
  const { client, UserPoolId } = cognito;
  const LambdaConfig = { PreSignUp: 'arn:aws:lambda:us-east-1:000000000000:function:any' };
  await expect(client.send(new CreateUserPoolCommand({ PoolName: 'p', LambdaConfig }))).rejects.toThrow(/LambdaConfig/);
  await expect(
    client.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'c', GenerateSecret: true })),
  ).rejects.toThrow(/GenerateSecret/);
});

test('a pool that was made by the API is there after a restart as it was, and gone once it is deleted', async () => {
  const { UserPool } = await cognito.client.send(new CreateUserPoolCommand({ PoolName: 'made' }));
  const pool = { UserPoolId: UserPool?.Id };
  await cognito.client.send(new AdminCreateUserCommand({ ...pool, Username: 'eve', MessageAction: 'SUPPRESS' }));
  const restart = async () => {
    await cognito.close();
    cognito = await open(folder);
    const { UserPools = [] } = await cognito.client.send(new ListUserPoolsCommand({ MaxResults: 10 }));
    return UserPools.map(({ Name }) => Name).sort();
  };
  expect(await restart()).toEqual(['made', 'people']);
  expect((await cognito.client.send(new ListUsersCommand(pool))).Users?.map(({ Username }) => Username)).toEqual([
    'eve',
  ]);
  await cognito.client.send(new DeleteUserPoolCommand(pool));
  expect(await restart()).toEqual(['people']);
});
