import { AwsError } from '../aws/error.ts';

/** What CloudFormation answers to most that it cannot take. */
export const invalid = (message: string): AwsError => new AwsError('ValidationError', message);

/** Nothing is wrong: the runtime ends, and its next start goes on. */
export class ClosedError extends Error {
  override name = 'ClosedError';
}
