import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { configOf, describeConfig } from './event-invoke-config.ts';
import { type Named, onFunction } from './named.ts';

export const getFunctionEventInvokeConfig = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier'],
  permissions: (input: Named) => [onFunction(lambda, 'GetFunctionEventInvokeConfig', input)],
  run({ FunctionName, Qualifier }: Named) {
    const found = lambda.functions.find(FunctionName, Qualifier);
    return describeConfig(found, configOf(lambda, found));
  },
});
