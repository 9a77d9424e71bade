import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { type Named, onFunction } from './named.ts';

type Input = Named & { StatementId: string };

export const removePermission = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier', 'StatementId'],
  permissions: (input: Input) => [onFunction(lambda, 'RemovePermission', input)],
  run({ FunctionName, Qualifier, StatementId }: Input) {
    const found = lambda.functions.find(FunctionName, Qualifier);
    if (!lambda.functions.policies.of(found.invokedArn).some(({ Sid }) => Sid === StatementId))
      throw new AwsError(
        'ResourceNotFoundException',
        `Statement ${StatementId} is not found in resource policy.`,
        404,
        { Type: 'User' },
      );
    lambda.functions.policies.set(found.configuration.name, found.qualifier, StatementId, undefined);
    return {};
  },
});
