import { AwsError } from '../../aws/error.ts';
import type { Permission } from '../../aws/service.ts';
import type { FoundFunction } from '../functions.ts';
import type { Lambda } from '../state.ts';

/** How most actions name a function. */
export type Named = { FunctionName: string; Qualifier?: string };

/** The right to do something with a function, or its alias or version. Throws `ResourceNotFoundException`. */
export const onFunction = ({ functions }: Lambda, action: string, { FunctionName, Qualifier }: Named): Permission => ({
  action: `lambda:${action}`,
  resource: functions.find(FunctionName, Qualifier).invokedArn,
});

/** The function itself, for actions that know neither versions nor aliases. Throws `InvalidParameterValueException`. */
export const unqualified = ({ functions }: Lambda, FunctionName: string): FoundFunction => {
  const found = functions.find(FunctionName);
  if (found.qualifier === undefined) return found;
  throw new AwsError(
    'InvalidParameterValueException',
    'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
  );
};

export const missing = (): AwsError =>
  new AwsError('ResourceNotFoundException', 'The resource you requested does not exist.', 404, { Type: 'User' });
