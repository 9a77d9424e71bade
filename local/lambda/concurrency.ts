import { AwsError } from '../aws/error.ts';

/** How many requests an account's functions run at once. @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const ACCOUNT_CONCURRENCY = 1000;

/** What no function may reserve, so that those without a reservation can run. */
export const LEAST_UNRESERVED = 100;

export type ThrottlingReason =
  | 'ReservedFunctionConcurrentInvocationLimitExceeded'
  | 'ConcurrentInvocationLimitExceeded';

/** What Lambda answers a request that finds no room. */
export const throttling = (Reason: ThrottlingReason): AwsError =>
  new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429, { Reason, Type: 'User' });
