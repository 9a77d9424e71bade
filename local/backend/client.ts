import { createRequire } from 'node:module';
import { AwsError } from '../aws/error.ts';
import { keysOf } from './endpoints.ts';

/** A server of the user's own behind a service; calls are signed with the user's keys. Throws `AwsError` with what it answers. */
export type Backend = {
  call(operation: string, input: object, signal?: AbortSignal): Promise<Record<string, unknown>>;
};

type Failure = { code?: string; message?: string; statusCode?: number };
type Request = {
  promise(): Promise<Record<string, unknown>>;
  abort(): void;
};
type Client = { makeRequest(operation: string, input: object): Request };

/** Opens a client for any operation of a service, by AWS's own description of its API. */
export const openBackend = (service: 's3' | 'sqs', endpoint: string, region: string): Backend => {
  const require = createRequire(import.meta.url);
  require('aws-sdk/lib/maintenance_mode_message').suppress = true;
  const Client = require(`aws-sdk/clients/${service}`) as new (options: object) => Client;
  const client = new Client({
    endpoint,
    region,
    ...keysOf(process.env),
    s3ForcePathStyle: true,
    signatureVersion: 'v4',
    // The server judges what it is asked.
    paramValidation: false,
    maxRetries: 2,
    httpOptions: { connectTimeout: 5000, timeout: 60_000 },
  });
  return {
    async call(operation, input, signal) {
      const request = client.makeRequest(`${operation.charAt(0).toLowerCase()}${operation.slice(1)}`, input);
      const abort = (): void => request.abort();
      signal?.addEventListener('abort', abort, { once: true });
      try {
        const { $response: _, ...output } = await request.promise();
        return output;
      } catch (error) {
        throw asAwsError(error as Failure, service, endpoint);
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
  };
};

const asAwsError = ({ code = '', message, statusCode }: Failure, service: string, endpoint: string): AwsError => {
  if (statusCode === undefined)
    return new AwsError(
      service === 's3' ? 'ServiceUnavailable' : 'ServiceUnavailableException',
      `The server behind ${service} does not answer at ${endpoint}: ${message ?? code}`,
      503,
    );
  return new AwsError(NAMES[code] ?? code, message ?? '', statusCode);
};

/** SQS's errors as its JSON protocol names them. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS.SimpleQueueService.NonExistentQueue': 'QueueDoesNotExist',
  'AWS.SimpleQueueService.QueueDeletedRecently': 'QueueDeletedRecently',
  'AWS.SimpleQueueService.EmptyBatchRequest': 'EmptyBatchRequest',
  'AWS.SimpleQueueService.TooManyEntriesInBatchRequest': 'TooManyEntriesInBatchRequest',
  'AWS.SimpleQueueService.BatchEntryIdsNotDistinct': 'BatchEntryIdsNotDistinct',
  'AWS.SimpleQueueService.BatchRequestTooLong': 'BatchRequestTooLong',
  'AWS.SimpleQueueService.InvalidBatchEntryId': 'InvalidBatchEntryId',
  'AWS.SimpleQueueService.MessageNotInflight': 'MessageNotInflight',
  'AWS.SimpleQueueService.PurgeQueueInProgress': 'PurgeQueueInProgress',
  'AWS.SimpleQueueService.UnsupportedOperation': 'UnsupportedOperation',
};
