import { between, check, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { ACCOUNT_CONCURRENCY, LEAST_UNRESERVED } from '../concurrency.ts';
import type { Lambda } from '../state.ts';
import { type Named, onFunction, unqualified } from './named.ts';

type Input = Named & { ReservedConcurrentExecutions: number };

export const putFunctionConcurrency = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'ReservedConcurrentExecutions'],
  permissions: ({ FunctionName }: Input) => [onFunction(lambda, 'PutFunctionConcurrency', { FunctionName })],
  run({ FunctionName, ReservedConcurrentExecutions }: Input) {
    check(
      required('reservedConcurrentExecutions', ReservedConcurrentExecutions, [between(0, Number.MAX_SAFE_INTEGER)]),
    );
    const { name } = unqualified(lambda, FunctionName).configuration;
    const others = lambda.functions.all().filter((each) => each.name !== name);
    const reserved = others.reduce((sum, each) => sum + (each.reservedConcurrency ?? 0), ReservedConcurrentExecutions);
    if (ACCOUNT_CONCURRENCY - reserved < LEAST_UNRESERVED)
      throw new AwsError(
        'InvalidParameterValueException',
        `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${LEAST_UNRESERVED}].`,
        400,
        { Type: 'User' },
      );
    lambda.functions.setConcurrency(name, ReservedConcurrentExecutions);
    return { ReservedConcurrentExecutions };
  },
});
