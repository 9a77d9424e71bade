import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { CONFIG_MEMBERS, type ConfigInput, configOf, describeConfig, readConfig } from './event-invoke-config.ts';
import { onFunction } from './named.ts';

export const updateFunctionEventInvokeConfig = (lambda: Lambda): Operation => ({
  members: CONFIG_MEMBERS,
  permissions: (input: ConfigInput) => [onFunction(lambda, 'UpdateFunctionEventInvokeConfig', input)],
  run(input: ConfigInput) {
    const found = lambda.functions.find(input.FunctionName, input.Qualifier);
    const settings = { ...readConfig(input, configOf(lambda, found)), modifiedAt: lambda.clock.now() };
    lambda.functions.overrideAsync(found, settings);
    return describeConfig(found, settings);
  },
});
