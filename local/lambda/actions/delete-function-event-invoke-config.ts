import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { configOf } from './event-invoke-config.ts';
import { type Named, onFunction } from './named.ts';

export const deleteFunctionEventInvokeConfig = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier'],
  permissions: (input: Named) => [onFunction(lambda, 'DeleteFunctionEventInvokeConfig', input)],
  run({ FunctionName, Qualifier }: Named) {
    const found = lambda.functions.find(FunctionName, Qualifier);
    configOf(lambda, found);
    lambda.functions.overrideAsync(found, undefined);
    return {};
  },
});
