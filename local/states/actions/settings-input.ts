import { check, length, oneOf, optional, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { isObject } from '../language/json.ts';

const LEVELS = ['ALL', 'ERROR', 'FATAL', 'OFF'];
const KEY_TYPES = ['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KMS_KEY'];

type Destination = { cloudWatchLogsLogGroup?: { logGroupArn?: string } };
type Logging = { level?: string; includeExecutionData?: boolean; destinations?: Destination[] };

/** A logging configuration with AWS's defaults. Throws `InvalidLoggingConfiguration`. */
export const loggingText = (logging: unknown): string => {
  const { level = 'OFF', includeExecutionData = false, destinations } = (logging ?? {}) as Logging;
  const shape = 'LogDestination';
  check(
    optional('loggingConfiguration.level', level, [oneOf(LEVELS)]),
    optional('loggingConfiguration.destinations', destinations, [length(0, 1)], shape),
  );
  const groups = (destinations ?? []).map(({ cloudWatchLogsLogGroup }) => cloudWatchLogsLogGroup?.logGroupArn);
  if (groups.some((group) => !group) || (level !== 'OFF' && groups.length !== 1)) {
    const message = 'Invalid Logging Configuration: Must specify exactly one Log Destination.';
    throw new AwsError('InvalidLoggingConfiguration', message);
  }
  return JSON.stringify({ ...(destinations ? { destinations } : {}), includeExecutionData, level });
};

export const tracingText = (tracing: unknown): string =>
  JSON.stringify({ enabled: false, ...((tracing ?? {}) as object) });

/** What everything that is kept here is encrypted with, as AWS tells it. */
export const ENCRYPTION = { type: 'AWS_OWNED_KEY' };

/** Throws `InvalidEncryptionConfiguration` for keys of the customer's own: the runtime has no KMS. */
export const checkEncryption = (encryption: unknown): void => {
  if (!isObject(encryption)) return;
  check(required('encryptionConfiguration.type', encryption.type, [oneOf(KEY_TYPES)]));
  if (encryption.type !== ENCRYPTION.type) {
    const message = 'The embedded runtime has no KMS: leave encryptionConfiguration out, or use the type AWS_OWNED_KEY';
    throw new AwsError('InvalidEncryptionConfiguration', message);
  }
};
