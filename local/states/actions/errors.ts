import { AwsError } from '../../aws/error.ts';
import type { Diagnostic } from '../language/diagnostic.ts';

export const invalidArn = (arn: unknown): AwsError =>
  new AwsError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);

/** An ARN of the service, but of another kind of resource than the call is for. */
export const wrongResource = (type: string): AwsError =>
  new AwsError('InvalidArn', `Invalid Arn: 'Resource type not valid in this context: ${type}'`);

export const machineDoesNotExist = (arn: string): AwsError =>
  new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);

export const machineDeleting = (arn: string): AwsError =>
  new AwsError('StateMachineDeleting', `State Machine Deleting: '${arn}'`);

export const executionDoesNotExist = (arn: string): AwsError =>
  new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);

export const activityDoesNotExist = (arn: string): AwsError =>
  new AwsError('ActivityDoesNotExist', `Activity Does Not Exist: '${arn}'`);

export const resourceNotFound = (arn: unknown): AwsError =>
  new AwsError('ResourceNotFound', `Resource not found: '${arn}'`);

export const typeNotSupported = (): AwsError =>
  new AwsError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');

export const invalidName = (name: unknown): AwsError => new AwsError('InvalidName', `Invalid Name: '${name}'`);

/** Says all that is wrong with a definition, each with its place. */
export const invalidDefinition = (problems: readonly Diagnostic[]): AwsError => {
  const said = problems.map(({ code, message, location }) => `${code}: ${message} at ${location ?? null}`);
  return new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${said.join(', ')}'`);
};

/** How AWS words an input that breaks a constraint of its model. */
export const constraint = (value: unknown, member: string, rule: string): AwsError =>
  new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${rule}`,
  );
