import type { ResourceType } from '../assembly/resource-type.ts';
import type { Clock } from '../clock.ts';
import { type ConfigInput, readConfig } from './actions/event-invoke-config.ts';
import type { Functions } from './functions.ts';

export const eventInvokeConfigResource = (functions: Functions, clock: Clock): ResourceType => ({
  type: 'AWS::Lambda::EventInvokeConfig',
  honoured: ['FunctionName', 'Qualifier', 'MaximumRetryAttempts', 'MaximumEventAgeInSeconds', 'DestinationConfig'],
  create({ properties, logicalId }) {
    const config = properties as ConfigInput;
    const { configuration } = functions.find(config.FunctionName);
    const { Qualifier = '$LATEST', MaximumRetryAttempts, MaximumEventAgeInSeconds } = config;
    // Numbers that come by way of a parameter are texts.
    const settings = readConfig({
      ...config,
      ...(MaximumRetryAttempts === undefined ? {} : { MaximumRetryAttempts: Number(MaximumRetryAttempts) }),
      ...(MaximumEventAgeInSeconds === undefined ? {} : { MaximumEventAgeInSeconds: Number(MaximumEventAgeInSeconds) }),
    });
    functions.setAsync(configuration.name, Qualifier, { ...settings, modifiedAt: clock.now() });
    return { ref: logicalId, attributes: {} };
  },
  remove({ properties }) {
    const { FunctionName = '', Qualifier = '$LATEST' } = properties as Partial<ConfigInput>;
    functions.unsetAsync(FunctionName, Qualifier);
  },
});
