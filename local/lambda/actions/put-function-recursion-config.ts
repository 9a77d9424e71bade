import { check, oneOf, required } from '../../aws/constraints.ts';
import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { type Named, onFunction, unqualified } from './named.ts';

type Input = Named & { RecursiveLoop: string };

export const putFunctionRecursionConfig = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'RecursiveLoop'],
  permissions: ({ FunctionName }: Input) => [onFunction(lambda, 'PutFunctionRecursionConfig', { FunctionName })],
  run({ FunctionName, RecursiveLoop }: Input) {
    check(required('recursiveLoop', RecursiveLoop, [oneOf(['Terminate', 'Allow'])]));
    lambda.functions.setRecursion(unqualified(lambda, FunctionName).configuration.name, RecursiveLoop === 'Allow');
    return { RecursiveLoop };
  },
});
