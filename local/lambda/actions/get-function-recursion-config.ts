import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { type Named, onFunction, unqualified } from './named.ts';

export const getFunctionRecursionConfig = (lambda: Lambda): Operation => ({
  members: ['FunctionName'],
  permissions: ({ FunctionName }: Named) => [onFunction(lambda, 'GetFunctionRecursionConfig', { FunctionName })],
  run({ FunctionName }: Named) {
    const { recursionAllowed = false } = unqualified(lambda, FunctionName).configuration;
    return { RecursiveLoop: recursionAllowed ? 'Allow' : 'Terminate' };
  },
});
