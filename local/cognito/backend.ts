import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { createDataStoreFactory } from './data-store.ts';

const require = createRequire(import.meta.url);

export type UserPool = {
  options: Record<string, unknown> & { Id: string };
  updateOptions(context: object, options: object): Promise<void>;
  saveAppClient(context: object, client: object): Promise<void>;
  getGroupByGroupName(context: object, name: string): Promise<object | null>;
  saveGroup(context: object, group: object): Promise<void>;
  getUserByUsername(context: object, name: string): Promise<User | null>;
  getUserByRefreshToken(context: object, token: string): Promise<User | null>;
  listUserGroupMembership(context: object, user: User): Promise<string[]>;
  saveUser(context: object, user: User): Promise<void>;
};

/** A user as cognito-local keeps it. */
export type User = Readonly<Record<string, unknown>> & {
  readonly Username: string;
  readonly Attributes?: readonly { Name: string; Value?: string }[];
  readonly Password?: string;
  readonly Enabled?: boolean;
  readonly UserStatus?: string;
  readonly RefreshTokens?: readonly string[];
};

/** An app client as cognito-local keeps it. */
export type AppClient = {
  readonly ClientId: string;
  readonly UserPoolId: string;
  readonly AllowedOAuthFlows?: readonly string[];
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AllowedOAuthScopes?: readonly string[];
  readonly CallbackURLs?: readonly string[];
  readonly DefaultRedirectURI?: string;
  readonly EnableTokenRevocation?: boolean;
  readonly ExplicitAuthFlows?: readonly string[];
  readonly LogoutURLs?: readonly string[];
  readonly SupportedIdentityProviders?: readonly string[];
};

export type Tokens = { AccessToken: string; IdToken: string; RefreshToken: string };

type TokenGenerator = {
  generate(
    context: object,
    user: User,
    groups: readonly string[],
    client: AppClient,
    metadata: undefined,
    source: string,
  ): Promise<Tokens>;
};

type CognitoService = {
  userPools: UserPool[];
  init(context: object): Promise<void>;
  createUserPool(context: object, pool: object): Promise<unknown>;
  getUserPool(context: object, id: string): Promise<UserPool>;
  getAppClient(context: object, id: string): Promise<AppClient | null>;
};

/** What the runtime uses of cognito-local. */
export type Backend = {
  operations: readonly string[];
  call(operation: string, input: object): Promise<object>;
  service: CognitoService;
  context: object;
  publicKey: Record<string, unknown>;
  /** What tokens are signed with, as PEM, and the name that the key set has for it. */
  privateKey: { pem: string; id: string };
  tokens: TokenGenerator;
};

/** cognito-local wants a pino logger; what it logs is of no use here. */
const logger: Record<string, unknown> = {};
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal']) logger[level] = () => undefined;
logger.child = () => logger;

/**
 * Composes cognito-local's parts without its server, its files and its AWS SDK of 2013: the runtime's front door, one SQLite
 * document a pool and the runtime's clock take their place. Its parts are reached by path, as it has no `exports`.
 */
export const startBackend = async (
  database: DatabaseSync,
  clock: Clock,
  folder: string,
  issuerDomain: string,
): Promise<Backend> => {
  const part = (path: string): Record<string, unknown> => require(`cognito-local/lib/${path}.js`);
  const [{ Router }, { Targets }] = [part('server/Router'), part('targets/targets')];
  const { CognitoServiceImpl } = part('services/cognitoService');
  const { UserPoolServiceFactoryImpl } = part('services/userPoolService');
  const { JwtTokenGenerator } = part('services/tokenGenerator');
  const { otp } = part('services/otp');

  const context = { logger };
  const time = { get: () => new Date(clock.now()) };
  const stores = createDataStoreFactory(database);
  const empty = join(folder, 'cognito');
  mkdirSync(empty, { recursive: true });
  const clients = await stores.create(context, 'clients', { Clients: {} });
  const pools = construct(UserPoolServiceFactoryImpl, time, stores);
  const service = construct(CognitoServiceImpl, empty, clients, {}, pools) as CognitoService;
  await service.init(context);
  // It would find them as files; a pool that a template declares is made again over the one that is kept.
  for (const id of stores.ids()) if (id !== 'clients') await service.createUserPool(context, { Id: id });
  const create = service.createUserPool.bind(service);
  service.createUserPool = (at, pool) => {
    service.userPools = service.userPools.filter(({ options }) => options.Id !== (pool as { Id?: string }).Id);
    return create(at, pool);
  };
  const triggers = { enabled: () => false };
  const tokenGenerator = construct(JwtTokenGenerator, time, triggers, {
    IssuerDomain: issuerDomain,
  }) as TokenGenerator;
  const messages = { deliver: async () => undefined };
  const route = (
    Router as (services: object) => (target: string) => (context: object, input: object) => Promise<object>
  )({
    clock: time,
    cognito: service,
    config: { UserPoolDefaults: {}, TokenConfig: { IssuerDomain: issuerDomain } },
    messages,
    otp,
    tokenGenerator,
    triggers,
  });
  const publicKey = require('cognito-local/lib/keys/cognitoLocal.public.json').jwk;
  return {
    operations: Object.keys(Targets ?? {}),
    async call(operation, input) {
      const { UserPoolId = '' } = input as { UserPoolId?: string };
      const deleted =
        operation === 'DeleteUserPool' && service.userPools.some(({ options }) => options.Id === UserPoolId);
      // It deletes the file in which it would keep the pool, and fails where there is none.
      if (deleted) writeFileSync(join(empty, `${UserPoolId}.json`), '');
      const output = await route(operation)(context, input);
      if (deleted) stores.remove(UserPoolId);
      return output;
    },
    service,
    context,
    publicKey,
    privateKey: { pem: require('cognito-local/lib/keys/cognitoLocal.private.json').pem, id: publicKey.kid },
    tokens: tokenGenerator,
  };
};

const construct = (type: unknown, ...args: unknown[]): unknown =>
  new (type as new (...args: unknown[]) => unknown)(...args);
