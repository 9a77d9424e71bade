import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { type Named, onFunction, unqualified } from './named.ts';

export const deleteFunctionConcurrency = (lambda: Lambda): Operation => ({
  members: ['FunctionName'],
  permissions: ({ FunctionName }: Named) => [onFunction(lambda, 'DeleteFunctionConcurrency', { FunctionName })],
  run({ FunctionName }: Named) {
    lambda.functions.setConcurrency(unqualified(lambda, FunctionName).configuration.name, undefined);
    return {};
  },
});
