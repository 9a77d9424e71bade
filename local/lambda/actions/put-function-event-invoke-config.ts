import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';
import { CONFIG_MEMBERS, type ConfigInput, describeConfig, readConfig } from './event-invoke-config.ts';
import { onFunction } from './named.ts';

export const putFunctionEventInvokeConfig = (lambda: Lambda): Operation => ({
  members: CONFIG_MEMBERS,
  permissions: (input: ConfigInput) => [onFunction(lambda, 'PutFunctionEventInvokeConfig', input)],
  run(input: ConfigInput) {
    const found = lambda.functions.find(input.FunctionName, input.Qualifier);
    const settings = { ...readConfig(input), modifiedAt: lambda.clock.now() };
    lambda.functions.overrideAsync(found, settings);
    return describeConfig(found, settings);
  },
});
