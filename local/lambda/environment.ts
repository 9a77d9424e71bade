import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Elsewhere, variablesOf } from '../backend/endpoints.ts';
import type { FunctionConfiguration } from './configuration.ts';

export type SessionCredentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

/** Where the native libraries of this machine are, for bundles that carry those of Lambda's. */
const OWN_MODULES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules');

type Place = {
  region: string;
  endpoint: string;
  version: string;
  logStream: string;
  /** The instance's own folder for temporary files. */
  scratchFolder: string;
  credentials: SessionCredentials;
  /** Services that the runtime lacks, on servers of the user's own. */
  elsewhere?: Elsewhere;
};

/**
 * The environment variables of an instance: those that Lambda reserves, the function's own, and the endpoint that every
 * AWS SDK reads. An address of a distribution or a hosted sign-in is where this machine answers for it. Nothing of the laptop's own environment gets in but where programs are found, and servers for what the runtime lacks.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export const environmentOf = (
  { name, handler, memoryMiB, logGroup, jsonLogs, logLevel, codeFolder, runtime, environment }: FunctionConfiguration,
  { region, endpoint, version, logStream, scratchFolder, credentials, elsewhere = {} }: Place,
  localAddress: (value: string) => string = (value) => value,
): Record<string, string> => ({
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
  NODE_PATH: OWN_MODULES,
  // Instances share no files, as the /tmp of each is its own.
  TMPDIR: scratchFolder,
  AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
  AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1:2000',
  ...Object.fromEntries(Object.entries(environment).map(([variable, value]) => [variable, localAddress(value)])),
  _HANDLER: handler,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMiB),
  AWS_LAMBDA_FUNCTION_VERSION: version,
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
  AWS_LAMBDA_LOG_STREAM_NAME: logStream,
  AWS_LAMBDA_LOG_FORMAT: jsonLogs ? 'JSON' : 'Text',
  ...(jsonLogs && logLevel !== undefined ? { AWS_LAMBDA_LOG_LEVEL: logLevel } : {}),
  LAMBDA_TASK_ROOT: codeFolder,
  LAMBDA_RUNTIME_DIR: dirname(fileURLToPath(import.meta.url)),
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: credentials.sessionToken,
  AWS_ENDPOINT_URL: endpoint,
  ...variablesOf(elsewhere),
  // This client puts the account's id before the host, which makes no name of an address.
  AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: `http://localhost:${new URL(endpoint).port}`,
});
