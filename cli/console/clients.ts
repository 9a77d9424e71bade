import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { Connection } from '../connection.ts';
import type { Service } from './apis.ts';
import { type RoleCredentials, roleCredentials } from './role-credentials.ts';

/** A client of the SDK, whichever service it is of. */
export type Client = {
  send(command: object, options: { abortSignal?: AbortSignal }): Promise<object>;
  destroy(): void;
};

type Settings = Record<string, unknown>;
type Sdk = Readonly<Record<string, unknown>>;
type Constructor<Made> = new (input: object) => Made;

/** Calls at a time of one service; pages ask for much at once. */
const SOCKETS = 40;

/** Loaded when the first call is made, so that a console that nobody opens costs nothing. */
const SDKS: Readonly<Record<Service, { load: () => Promise<Sdk>; client: string }>> = {
  states: { load: () => import('@aws-sdk/client-sfn'), client: 'SFNClient' },
  events: { load: () => import('@aws-sdk/client-eventbridge'), client: 'EventBridgeClient' },
  sqs: { load: () => import('@aws-sdk/client-sqs'), client: 'SQSClient' },
  logs: { load: () => import('@aws-sdk/client-cloudwatch-logs'), client: 'CloudWatchLogsClient' },
  lambda: { load: () => import('@aws-sdk/client-lambda'), client: 'LambdaClient' },
  cloudwatch: { load: () => import('@aws-sdk/client-cloudwatch'), client: 'CloudWatchClient' },
  cloudformation: { load: () => import('@aws-sdk/client-cloudformation'), client: 'CloudFormationClient' },
  iam: { load: () => import('@aws-sdk/client-iam'), client: 'IAMClient' },
  dynamodb: { load: () => import('@aws-sdk/client-dynamodb'), client: 'DynamoDBClient' },
};

/** Takes a role on, for an hour. Throws what STS throws. */
const assume = async (own: Settings, RoleArn: string): Promise<RoleCredentials> => {
  const { AssumeRoleCommand, STSClient } = await import('@aws-sdk/client-sts');
  const sts = new STSClient(own);
  try {
    const { Credentials: got } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'marquee-console' }));
    return {
      accessKeyId: got?.AccessKeyId ?? '',
      secretAccessKey: got?.SecretAccessKey ?? '',
      sessionToken: got?.SessionToken ?? '',
      expiration: got?.Expiration ?? new Date(0),
    };
  } finally {
    sts.destroy();
  }
};

export type Clients = ReturnType<typeof createClients>;

/** Clients of all services that work as one role; each is made once, when it is first asked for. */
export const createClients = ({ client: own, local }: Connection, roleArn: string) => {
  const agents = { keepAlive: true, maxSockets: SOCKETS };
  const [httpAgent, httpsAgent] = [new Agent(agents), new TlsAgent(agents)];
  const settings: Settings = {
    ...own,
    credentials: roleCredentials(() => assume(own, roleArn)),
    requestHandler: { httpAgent, httpsAgent },
    ...(local && { maxAttempts: 1 }),
  };
  const made = new Map<Service, Promise<{ sdk: Sdk; client: Client }>>();
  const make = async (service: Service): Promise<{ sdk: Sdk; client: Client }> => {
    const sdk = await SDKS[service].load();
    const Made = sdk[SDKS[service].client] as Constructor<Client>;
    return { sdk, client: new Made(settings) };
  };
  const of = (service: Service) => {
    const known = made.get(service) ?? make(service);
    made.set(service, known);
    return known;
  };
  return {
    /** Makes one call. Throws what the SDK throws. */
    async call(service: Service, operation: string, input: object, abortSignal?: AbortSignal): Promise<object> {
      const { sdk, client } = await of(service);
      const Command = sdk[`${operation}Command`] as Constructor<object>;
      return client.send(new Command(input), { abortSignal });
    },
    /** As whom the calls are made, and where. Throws what STS throws. */
    async caller(): Promise<{ account: string; arn: string; region: string }> {
      const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
      const sts = new STSClient(settings);
      try {
        const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
        return { account: Account, arn: Arn, region: await sts.config.region() };
      } finally {
        sts.destroy();
      }
    },
    async close(): Promise<void> {
      for (const { client } of await Promise.all(made.values())) client.destroy();
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
};
