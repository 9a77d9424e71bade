import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
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
  expect(AuthenticationResult?.ExpiresIn ?? 3600).toBe(3600);
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
