import { AwsError } from '../aws/error.ts';

/** What CloudFormation answers to most that it cannot take. */
export const invalid = (message: string): AwsError => new AwsError('ValidationError', message);
