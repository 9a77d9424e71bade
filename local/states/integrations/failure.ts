import { randomUUID } from 'node:crypto';
import type { AwsError } from '../../aws/error.ts';
import { StateError } from '../language/state-error.ts';

/** Errors that come from AWS's front and not from a service's model; Step Functions gives them the service's common name. */
const UNMODELLED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'MissingParameter',
  'InvalidParameterValue',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
  'ValidationException',
]);

const withSuffix = (code: string): string => (code.endsWith('Exception') ? code : `${code}Exception`);

/**
 * Errors of an optimised integration, which AWS runs on version 1 of its Java SDK: `DynamoDB.ResourceNotFoundException`,
 * or `common` (`AmazonDynamoDBException`) for what the service's model does not list.
 */
export const optimisedFailure =
  (prefix: string, common: string, service: string) =>
  (error: AwsError): StateError => {
    const name = UNMODELLED.has(error.code) ? common : withSuffix(error.code);
    const where = `Service: ${service}; Status Code: ${error.statusCode}; Error Code: ${error.code}; Request ID: ${randomUUID()}; Proxy: null`;
    return new StateError(`${prefix}.${name}`, `${error.message} (${where})`);
  };

/** Errors of an AWS SDK integration, on version 2: `S3.NoSuchKeyException`, or `S3.S3Exception`. */
export const sdkFailure =
  (prefix: string) =>
  (error: AwsError): StateError => {
    const name = UNMODELLED.has(error.code) ? `${prefix}Exception` : withSuffix(error.code);
    const extended = prefix === 'S3' ? `, Extended Request ID: ${randomUUID()}` : '';
    const where = `Service: ${prefix}, Status Code: ${error.statusCode}, Request ID: ${randomUUID()}${extended}`;
    return new StateError(`${prefix}.${name}`, `${error.message} (${where}) (SDK Attempt Count: 1)`);
  };
