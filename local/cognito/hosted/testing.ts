import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from '../../clock.ts';
import { startSiteServer } from '../../cloudfront/site-server.ts';
import { openDatabase } from '../../database.ts';
import { deployContext, resource } from '../../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { createCognito } from '../cognito.ts';

export const PASSWORD = 'Correct-Horse-9';
export const SITE = 'https://d111111abcdef8.cloudfront.net';
export const SCOPES = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'];

/** What a client has that people sign in for, as a template says it. */
const CLIENT = {
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: SCOPES,
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: [`${SITE}/studio`, 'http://localhost:5173/back?app=1'],
  LogoutURLs: [`${SITE}/studio`],
};

/** Two user pools with hosted sign-ins on a port, as a template has them; clients differ by what each lacks. */
export const openSignIn = async (folder = mkdtempSync(join(tmpdir(), 'sign-in-'))) => {
  const clock = new VirtualClock(Date.now());
  const faults: unknown[] = [];
  const start = async () => {
    const database = openDatabase(join(folder, 'runtime.sqlite'));
    let siteUrl: string | undefined;
    const place = { clock, accountId: ACCOUNT_ID, region: REGION, siteUrl: () => siteUrl };
    const cognito = await createCognito({ database, folder, ...place });
    const make = async (type: string, id: string, properties: Record<string, unknown>): Promise<string> => {
      const known = cognito.resourceTypes.find((candidate) => candidate.type === `AWS::Cognito::${type}`);
      return String((await known?.create(resource(`AWS::Cognito::${type}`, id, properties), deployContext))?.ref);
    };
    const UserPoolId = await make('UserPool', 'Pool', { UserPoolName: 'people' });
    const client = (id: string, differences: object = {}) =>
      make('UserPoolClient', id, { UserPoolId, ...CLIENT, ...differences });
    const other = await make('UserPool', 'Other', { UserPoolName: 'others' });
    const ids = {
      UserPoolId,
      otherPoolId: other,
      clientId: await client('Studio'),
      secondId: await client('Second'),
      withDefault: await client('WithDefault', { DefaultRedirectURI: `${SITE}/studio` }),
      withoutPages: await client('WithoutPages', { AllowedOAuthFlowsUserPoolClient: false }),
      withoutCognito: await client('WithoutCognito', { SupportedIdentityProviders: ['Google'] }),
      withoutCode: await client('WithoutCode', { AllowedOAuthFlows: ['implicit'] }),
      withoutRenewal: await client('WithoutRenewal', { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] }),
      withoutRevocation: await client('WithoutRevocation', { EnableTokenRevocation: false }),
      ofOtherPool: await client('OfOtherPool', { UserPoolId: other }),
    };
    await make('UserPoolGroup', 'Editors', { UserPoolId, GroupName: 'editor' });
    await make('UserPoolDomain', 'Domain', { UserPoolId, Domain: 'people-dev' });
    await make('UserPoolDomain', 'OtherDomain', { UserPoolId: other, Domain: 'others-dev' });
    const server = await startSiteServer({
      port: 0,
      onFault: (error) => faults.push(error),
      answer: (request) => cognito.hosted.answer(request),
    });
    siteUrl = server.url;
    const stop = async (): Promise<void> => {
      await server.close();
      database.close();
    };
    return { ...ids, cognito, make, siteUrl: server.url, base: `${server.url}/_aws/cognito/people-dev`, stop };
  };
  const context = { principal: { kind: 'root' } } as never;
  let running = await start();
  const opened = {
    clock,
    faults,
    get at() {
      return running;
    },
    /** Ends it as a crash would, and starts it again on what is left. */
    async restart(): Promise<void> {
      await running.stop();
      running = await start();
    },
    /** An operation of the API, whoever may call it. */
    async call(operation: string, input: object): Promise<Record<string, unknown>> {
      return (await running.cognito.service.operations[operation]?.run(input, context)) as Record<string, unknown>;
    },
    async addUser(Username: string, password = PASSWORD, Permanent = true): Promise<void> {
      const pool = { UserPoolId: running.UserPoolId, Username };
      const UserAttributes = [
        { Name: 'email', Value: `${Username}@example.com` },
        { Name: 'email_verified', Value: 'false' },
        { Name: 'name', Value: 'Ada of the Test' },
      ];
      await opened.call('AdminCreateUser', { ...pool, UserAttributes, MessageAction: 'SUPPRESS' });
      await opened.call('AdminSetUserPassword', { ...pool, Password: password, Permanent });
    },
    async close(): Promise<void> {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return opened;
};

export type SignIn = Awaited<ReturnType<typeof openSignIn>>;

/** A verifier with its challenge. */
export const pkce = () => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};
