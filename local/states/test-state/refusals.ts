import { AwsError } from '../../aws/error.ts';

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

export const unsupported = (message: string): AwsError => new AwsError('InvalidDefinition', message);
