import { AwsError } from '../aws/error.ts';

export const invalidValue = (message: string): AwsError => new AwsError('InvalidParameterValue', message);
export const invalidCombination = (message: string): AwsError => new AwsError('InvalidParameterCombination', message);
export const missing = (member: string): AwsError =>
  new AwsError('MissingParameter', `The parameter ${member} is required.`);
export const validation = (message: string): AwsError => new AwsError('ValidationError', message);
