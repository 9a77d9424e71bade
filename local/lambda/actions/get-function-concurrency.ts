import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { type Named, onFunction, unqualified } from './named.ts';

export const getFunctionConcurrency = (lambda: Lambda): Operation => ({
  members: ['FunctionName'],
  permissions: ({ FunctionName }: Named) => [onFunction(lambda, 'GetFunctionConcurrency', { FunctionName })],
  run({ FunctionName }: Named) {
    const { reservedConcurrency } = unqualified(lambda, FunctionName).configuration;
    return reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
  },
});
