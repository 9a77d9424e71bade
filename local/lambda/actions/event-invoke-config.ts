import { between, check, optional } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { AsyncSettings, FoundFunction } from '../functions.ts';
import type { Lambda } from '../state.ts';
import type { Named } from './named.ts';

type Destination = { Destination?: string };
export type ConfigInput = Named & {
  MaximumRetryAttempts?: number;
  MaximumEventAgeInSeconds?: number;
  DestinationConfig?: { OnSuccess?: Destination; OnFailure?: Destination };
};

export const CONFIG_MEMBERS = [
  'FunctionName',
  'Qualifier',
  'MaximumRetryAttempts',
  'MaximumEventAgeInSeconds',
  'DestinationConfig',
];

const DESTINATION = /^arn:aws:(?:sqs|sns|lambda|events):[\w-]+:\d{12}:.+$|^arn:aws:s3:::.+$/;

/** Reads settings, with what was `before` for what is left unsaid. Throws as Lambda does. */
export const readConfig = (input: ConfigInput, before?: AsyncSettings): Omit<AsyncSettings, 'modifiedAt'> => {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = input;
  check(
    optional('maximumRetryAttempts', MaximumRetryAttempts, [between(0, 2)]),
    optional('maximumEventAgeInSeconds', MaximumEventAgeInSeconds, [between(60, 21_600)]),
  );
  const onSuccess = DestinationConfig?.OnSuccess ? DestinationConfig.OnSuccess.Destination : before?.onSuccess;
  const onFailure = DestinationConfig?.OnFailure ? DestinationConfig.OnFailure.Destination : before?.onFailure;
  for (const arn of [onSuccess, onFailure])
    if (arn !== undefined && !DESTINATION.test(arn))
      throw new AwsError('InvalidParameterValueException', `The destination ARN ${arn} is invalid.`, 400, {
        Type: 'User',
      });
  if (onSuccess?.startsWith('arn:aws:s3:'))
    throw new AwsError('InvalidParameterValueException', 'S3 is not supported as an on-success destination.');
  return {
    retries: MaximumRetryAttempts ?? before?.retries ?? 2,
    maxAgeSeconds: MaximumEventAgeInSeconds ?? before?.maxAgeSeconds ?? 21_600,
    ...(onSuccess === undefined ? {} : { onSuccess }),
    ...(onFailure === undefined ? {} : { onFailure }),
  };
};

/** Settings as the API describes them. */
export const describeConfig = (
  { configuration, qualifier = '$LATEST' }: FoundFunction,
  settings: AsyncSettings,
): object => ({
  LastModified: (settings.modifiedAt ?? 0) / 1000,
  FunctionArn: `${configuration.arn}:${qualifier}`,
  MaximumRetryAttempts: settings.retries,
  MaximumEventAgeInSeconds: settings.maxAgeSeconds,
  DestinationConfig: {
    OnSuccess: settings.onSuccess === undefined ? {} : { Destination: settings.onSuccess },
    OnFailure: settings.onFailure === undefined ? {} : { Destination: settings.onFailure },
  },
});

/** The settings of a function. Throws `ResourceNotFoundException` where it has none. */
export const configOf = ({ functions }: Lambda, found: FoundFunction): AsyncSettings => {
  const { configuration, qualifier = '$LATEST' } = found;
  const settings = functions.asyncSettings(configuration.name, qualifier);
  if (settings) return settings;
  throw new AwsError(
    'ResourceNotFoundException',
    `The function ${configuration.arn}:${qualifier} doesn't have an EventInvokeConfig`,
    404,
    { Type: 'User' },
  );
};
