import { resolve } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { defaultDataFolder, findRunning } from './running.ts';
import { UsageError } from './usage.ts';

/** Where the commands of one call go. */
export type Connection = {
  stage: string;
  /** Settings for every AWS client: the laptop's runtime, or an account by profile. */
  client: {
    endpoint?: string;
    region?: string;
    profile?: string;
    credentials?: { accessKeyId: string; secretAccessKey: string };
  };
  /** Outputs of all stacks of the stage, by name. */
  outputs: Readonly<Record<string, string>>;
  local: boolean;
};

export type ConnectionOptions = { stage?: string; profile?: string; 'aws-port'?: string; data?: string };

/** A folder that was named goes before the environment. */
const awsUrlOf = (data: string | undefined): string | undefined =>
  data === undefined ? process.env.AWS_ENDPOINT_URL : undefined;

/** Where a runtime is unless it was told otherwise. */
const DEFAULT = 'http://127.0.0.1:4566';

/** The stacks of a stage, by the last part of their names. */
export const DOMAINS = ['Shared', 'Site', 'SignIn', 'Ingest', 'Media', 'Content', 'Chat', 'Studio', 'Ops'];

/**
 * Finds the stage: with a profile in its AWS account, else in the runtime on this machine.
 * Throws `UsageError` that says what to start or to name.
 */
export const connect = async (options: ConnectionOptions): Promise<Connection> => {
  const { profile, 'aws-port': port, data } = options;
  const asked = data === undefined ? defaultDataFolder(options.stage ?? 'dev') : resolve(data);
  const running = port || profile ? undefined : findRunning(asked);
  if (data !== undefined && !running)
    throw new UsageError(`No runtime works on ${asked}. Start one with npm start -- --data ${data}.`);
  const stage = options.stage ?? running?.stage ?? 'dev';
  const endpoint = port ? `http://127.0.0.1:${port}` : (awsUrlOf(data) ?? running?.awsUrl ?? DEFAULT);
  const local = profile === undefined;
  const client = local
    ? {
        endpoint,
        region: process.env.AWS_REGION ?? 'us-east-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      }
    : { profile };
  const outputs: Record<string, string> = {};
  const cloudFormation = new CloudFormationClient({ ...client, maxAttempts: local ? 1 : 3 });
  try {
    for (const domain of DOMAINS) {
      const { Stacks = [] } = await cloudFormation.send(
        new DescribeStacksCommand({ StackName: `Marquee-${stage}-${domain}` }),
      );
      for (const { OutputKey = '', OutputValue = '' } of Stacks[0]?.Outputs ?? []) outputs[OutputKey] = OutputValue;
    }
  } catch (cause) {
    throw new UsageError(explain(cause, stage, local ? endpoint : undefined), { cause });
  } finally {
    cloudFormation.destroy();
  }
  return { stage, client, outputs, local };
};

const explain = (cause: unknown, stage: string, endpoint: string | undefined): string => {
  const { message = '', code, name } = cause as { message?: string; code?: string; name?: string };
  if (endpoint && (code === 'ECONNREFUSED' || name === 'AggregateError' || /ECONNREFUSED/.test(message))) {
    return `No runtime answers at ${endpoint}. Start one with npm start, or name its port with --aws-port, or an account with --profile.`;
  }
  if (/does not exist/.test(message))
    return `Stage ${stage} is not deployed ${endpoint ? `at ${endpoint}` : 'in that account'}; name another with --stage.`;
  return `Stage ${stage} could not be read: ${message || name}`;
};
