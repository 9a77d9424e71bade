import { AwsError } from '../../aws/error.ts';

export const invalidArn = (arn: unknown): AwsError =>
  new AwsError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);

export const machineDoesNotExist = (arn: string): AwsError =>
  new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);

export const executionDoesNotExist = (arn: string): AwsError =>
  new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);

export const invalidName = (name: unknown): AwsError => new AwsError('InvalidName', `Invalid Name: '${name}'`);

/** How AWS words an input that breaks a constraint of its model. */
export const constraint = (value: unknown, member: string, rule: string): AwsError =>
  new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${rule}`,
  );
