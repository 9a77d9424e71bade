import { AwsError } from '../aws/error.ts';

/** Why a delivery failed: `code` as it stands in a dead letter, and whether trying again can help. */
export type Failure = { code: string; message: string; terminal: boolean };

/**
 * What AWS calls a failure in a dead letter. Missing rights and missing resources are not retried.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
const KINDS: readonly { codes: RegExp; code: string; terminal: boolean }[] = [
  { codes: /FailedToAssumeRole/, code: 'FAILED_TO_ASSUME_ROLE', terminal: true },
  { codes: /AccessDenied|NotAuthorized|AuthorizationError/, code: 'NO_PERMISSIONS', terminal: true },
  { codes: /NotFound|DoesNotExist|NonExistentQueue|NoSuch|UnsupportedTarget/, code: 'NO_RESOURCE', terminal: true },
  { codes: /InvalidExecutionInput|InvalidRequestContent|InvalidJson/, code: 'INVALID_JSON', terminal: true },
  {
    codes: /Validation|^Invalid|MissingParameter|Serialization|UnknownOperation/,
    code: 'INVALID_PARAMETER',
    terminal: true,
  },
  { codes: /Throttl|TooManyRequests|LimitExceeded|SlowDown/, code: 'THROTTLING', terminal: false },
  { codes: /Internal|ServiceUnavailable|ServiceException/, code: 'INTERNAL_ERROR', terminal: false },
];

/** Judges what a delivery threw. */
export const failureOf = (error: Error): Failure => {
  const { message } = error;
  if (!(error instanceof AwsError)) return { code: 'SDK_CLIENT_ERROR', message, terminal: false };
  const kind = KINDS.find(({ codes }) => codes.test(error.code));
  return { code: kind?.code ?? 'ERROR_FROM_TARGET', message, terminal: kind?.terminal ?? false };
};
