/** Terminal: a server of the user's own was named for a service that cannot be put on one. */
export class BackendError extends Error {
  override name = 'BackendError';
}

/** Services that can be put on a server of the user's own, by the name that AWS SDKs give them in the environment. */
const REPLACEABLE = { DYNAMODB: 'dynamodb', S3: 's3', SQS: 'sqs' } as const;

/** Addresses of the user's own servers, by service. */
export type Backends = Readonly<Partial<Record<'dynamodb' | 's3' | 'sqs', string>>>;

const CALLS_OUT = 'it calls functions, queues and workflows of this runtime, which another server cannot reach';

/** Why the others cannot, by the same name. */
const IRREPLACEABLE: Readonly<Record<string, string>> = {
  APIGATEWAYMANAGEMENTAPI: 'open connections are held by this process',
  APIGATEWAYV2: CALLS_OUT,
  CLOUDFORMATION: 'it makes the resources of this runtime',
  CLOUDFRONT: 'the site’s port of this runtime answers for it',
  CLOUDWATCH: 'its numbers are read from the logs of this runtime',
  CLOUDWATCH_LOGS: 'functions write their logs from within this process',
  COGNITO_IDENTITY_PROVIDER:
    'the ids of pools and clients follow from the template, and another server makes up its own',
  DYNAMODB_STREAMS: 'streams are read where the tables are: set AWS_ENDPOINT_URL_DYNAMODB',
  EVENTBRIDGE: CALLS_OUT,
  IAM: 'every call is judged by the roles of this runtime',
  LAMBDA: 'functions run in processes of this runtime, from the folders of the cloud assembly',
  SCHEDULER: CALLS_OUT,
  SECRETS_MANAGER: 'secrets are read in process while the template is carried out',
  SFN: CALLS_OUT,
  SNS: CALLS_OUT,
  SSM: 'parameters are read in process while the template is carried out',
  STS: 'sessions are sealed and opened by this runtime',
};

/** Clients find these here by such a variable; no server of the user's own is meant. */
const FOUND_HERE: ReadonlySet<string> = new Set(['CLOUDFRONT_KEYVALUESTORE']);

const PREFIX = 'AWS_ENDPOINT_URL_';

/**
 * Which services the environment puts on servers of the user's own, as AWS SDKs read it (`AWS_ENDPOINT_URL_S3`).
 * Throws `BackendError` for a service that cannot be, and for what is no address.
 */
export const backendsOf = (environment: Readonly<Record<string, string | undefined>>): Backends => {
  const backends: Partial<Record<'dynamodb' | 's3' | 'sqs', string>> = {};
  for (const [variable, address] of Object.entries(environment)) {
    if (!variable.startsWith(PREFIX) || !address) continue;
    const name = variable.slice(PREFIX.length);
    const reason = IRREPLACEABLE[name];
    if (reason !== undefined)
      throw new BackendError(
        `${variable} is set, but this service cannot be put on a server of your own: ${reason}. Unset it.`,
      );
    const service = Object.hasOwn(REPLACEABLE, name) ? REPLACEABLE[name as keyof typeof REPLACEABLE] : undefined;
    if (service === undefined) continue;
    requireAddress(variable, address);
    backends[service] = address.replace(/\/$/, '');
  }
  return backends;
};

/** Addresses of the user's own servers for services that the runtime lacks, by the name that AWS SDKs give them (`BEDROCK_RUNTIME`). */
export type Elsewhere = Readonly<Record<string, string>>;

/** Which services that the runtime lacks the environment puts on servers of the user's own. Throws `BackendError` for what is no address. */
export const elsewhereOf = (environment: Readonly<Record<string, string | undefined>>): Elsewhere => {
  const elsewhere: Record<string, string> = {};
  for (const [variable, address] of Object.entries(environment)) {
    if (!variable.startsWith(PREFIX) || !address) continue;
    const name = variable.slice(PREFIX.length);
    if (Object.hasOwn(REPLACEABLE, name) || Object.hasOwn(IRREPLACEABLE, name) || FOUND_HERE.has(name)) continue;
    requireAddress(variable, address);
    elsewhere[name] = address;
  }
  return elsewhere;
};

/** The variables by which AWS SDKs find servers of the user's own. */
export const variablesOf = (elsewhere: Elsewhere): Record<string, string> =>
  Object.fromEntries(Object.entries(elsewhere).map(([name, address]) => [`${PREFIX}${name}`, address]));

const requireAddress = (variable: string, address: string): void => {
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new BackendError(`${variable} takes an address such as http://127.0.0.1:8000, not ${address}.`);
};

/** Throws `BackendError` where a service is put on this very runtime, which would call itself for ever. */
export const requireOthers = (servers: Backends & Elsewhere, port: number): void => {
  for (const [service, address] of Object.entries(servers)) {
    const { hostname, port: theirs } = new URL(address);
    if (/^(localhost|127\.|\[::1\])/.test(hostname) && Number(theirs) === port)
      throw new BackendError(
        `${PREFIX}${service.toUpperCase()} is the address of this runtime itself (${address}). Unset it, or name another server.`,
      );
  }
};

/** The user's own keys for those servers. */
export const keysOf = (environment: Readonly<Record<string, string | undefined>>) => ({
  accessKeyId: environment.AWS_ACCESS_KEY_ID || 'test',
  secretAccessKey: environment.AWS_SECRET_ACCESS_KEY || 'test',
  ...(environment.AWS_SESSION_TOKEN ? { sessionToken: environment.AWS_SESSION_TOKEN } : {}),
});
