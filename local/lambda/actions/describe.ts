import type { Operation } from '../../aws/service.ts';
import type { FunctionConfiguration } from '../configuration.ts';
import type { Lambda } from '../state.ts';

const describe = (configuration: FunctionConfiguration, version = '$LATEST'): object => ({
  FunctionName: configuration.name,
  FunctionArn: configuration.arn,
  Runtime: configuration.runtime,
  Role: configuration.roleArn,
  Handler: configuration.handler,
  Description: configuration.description,
  Timeout: configuration.timeoutSeconds,
  MemorySize: configuration.memoryMiB,
  CodeSha256: configuration.codeHash,
  Version: version,
  Environment: { Variables: configuration.environment },
  Architectures: [configuration.architecture],
  PackageType: 'Zip',
  State: 'Active',
  LastUpdateStatus: 'Successful',
  LoggingConfig: { LogFormat: configuration.jsonLogs ? 'JSON' : 'Text', LogGroup: configuration.logGroup },
});

type Named = { FunctionName: string; Qualifier?: string };

export const getFunction = ({ functions }: Lambda): Operation => ({
  permissions: ({ FunctionName, Qualifier }: Named) => [
    { action: 'lambda:GetFunction', resource: functions.find(FunctionName, Qualifier).invokedArn },
  ],
  run({ FunctionName, Qualifier }: Named) {
    const { configuration, version } = functions.find(FunctionName, Qualifier);
    return {
      Configuration: describe(configuration, version),
      Code: { RepositoryType: 'Local', Location: `file://${configuration.codeFolder}` },
    };
  },
});

export const getFunctionConfiguration = ({ functions }: Lambda): Operation => ({
  permissions: ({ FunctionName, Qualifier }: Named) => [
    { action: 'lambda:GetFunctionConfiguration', resource: functions.find(FunctionName, Qualifier).invokedArn },
  ],
  run({ FunctionName, Qualifier }: Named) {
    const { configuration, version } = functions.find(FunctionName, Qualifier);
    return describe(configuration, version);
  },
});

export const listFunctions = ({ functions }: Lambda): Operation => ({
  permissions: () => [{ action: 'lambda:ListFunctions', resource: '*' }],
  run: () => ({ Functions: functions.all().map((configuration) => describe(configuration)) }),
});

export const listAliases = ({ functions }: Lambda): Operation => ({
  permissions: ({ FunctionName }: Named) => [
    { action: 'lambda:ListAliases', resource: functions.find(FunctionName).configuration.arn },
  ],
  run({ FunctionName }: Named) {
    const { configuration } = functions.find(FunctionName);
    return {
      Aliases: functions.aliasesOf(configuration.name).map(({ name, version }) => ({
        AliasArn: `${configuration.arn}:${name}`,
        Name: name,
        FunctionVersion: version,
      })),
    };
  },
});
