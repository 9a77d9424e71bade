import { check, oneOf, optional } from '../../aws/constraints.ts';
import type { Operation } from '../../aws/service.ts';
import type { FunctionConfiguration } from '../configuration.ts';
import { revisionOf } from '../revision.ts';
import type { Lambda } from '../state.ts';
import { describeAlias } from './get-alias.ts';
import { type Named, onFunction, unqualified } from './named.ts';
import { pageOf } from './paging.ts';

/** A function as the API describes it. */
export const describe = (configuration: FunctionConfiguration, version = '$LATEST'): object => ({
  FunctionName: configuration.name,
  FunctionArn: configuration.arn,
  Runtime: configuration.runtime,
  Role: configuration.roleArn,
  Handler: configuration.handler,
  CodeSize: 0,
  Description: configuration.description,
  Timeout: configuration.timeoutSeconds,
  MemorySize: configuration.memoryMiB,
  CodeSha256: configuration.codeHash,
  Version: version,
  ...(Object.keys(configuration.environment).length > 0 && { Environment: { Variables: configuration.environment } }),
  ...(configuration.deadLetterArn && { DeadLetterConfig: { TargetArn: configuration.deadLetterArn } }),
  RevisionId: revisionOf(JSON.stringify(configuration)),
  Architectures: [configuration.architecture],
  PackageType: 'Zip',
  State: 'Active',
  LastUpdateStatus: 'Successful',
  LoggingConfig: {
    LogFormat: configuration.jsonLogs ? 'JSON' : 'Text',
    ...(configuration.jsonLogs && {
      ApplicationLogLevel: configuration.logLevel ?? 'INFO',
      SystemLogLevel: configuration.systemLogLevel ?? 'INFO',
    }),
    LogGroup: configuration.logGroup,
  },
});

export const getFunction = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier'],
  differs: 'Code.Location is the folder of the bundle on this machine.',
  permissions: (input: Named) => [onFunction(lambda, 'GetFunction', input)],
  run({ FunctionName, Qualifier }: Named) {
    const { configuration, version, invokedArn } = lambda.functions.find(FunctionName, Qualifier);
    const { reservedConcurrency, tags = {} } = configuration;
    return {
      Configuration: { ...describe(configuration, version), FunctionArn: invokedArn },
      Code: { RepositoryType: 'Local', Location: `file://${configuration.codeFolder}` },
      ...(Object.keys(tags).length > 0 && { Tags: tags }),
      ...(reservedConcurrency !== undefined && {
        Concurrency: { ReservedConcurrentExecutions: reservedConcurrency },
      }),
    };
  },
});

export const getFunctionConfiguration = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'Qualifier'],
  permissions: (input: Named) => [onFunction(lambda, 'GetFunctionConfiguration', input)],
  run({ FunctionName, Qualifier }: Named) {
    const { configuration, version, invokedArn } = lambda.functions.find(FunctionName, Qualifier);
    return { ...describe(configuration, version), FunctionArn: invokedArn };
  },
});

type Paging = { Marker?: string; MaxItems?: number };

/** The most functions, and aliases, of one page. */
const MOST = 50;

export const listFunctions = ({ functions }: Lambda): Operation => ({
  members: ['Marker', 'MaxItems', 'FunctionVersion'],
  permissions: () => [{ action: 'lambda:ListFunctions', resource: '*' }],
  run({ FunctionVersion, ...paging }: Paging & { FunctionVersion?: string }) {
    check(optional('functionVersion', FunctionVersion, [oneOf(['ALL'])]));
    const every = functions.all().flatMap((configuration) => {
      const versions = FunctionVersion === 'ALL' ? functions.versionsOf(configuration.name) : [];
      return ['$LATEST', ...versions].map((version) => ({ configuration, version }));
    });
    const keyOf = ({ configuration, version }: (typeof every)[number]): string => `${configuration.name}:${version}`;
    const { page, NextMarker } = pageOf(every, keyOf, paging, MOST);
    return {
      Functions: page.map(({ configuration, version }) => describe(configuration, version)),
      ...(NextMarker === undefined ? {} : { NextMarker }),
    };
  },
});

export const listAliases = (lambda: Lambda): Operation => ({
  members: ['FunctionName', 'FunctionVersion', 'Marker', 'MaxItems'],
  permissions: ({ FunctionName }: Named) => [onFunction(lambda, 'ListAliases', { FunctionName })],
  run({ FunctionName, FunctionVersion, ...paging }: Named & Paging & { FunctionVersion?: string }) {
    const { configuration } = unqualified(lambda, FunctionName);
    const wanted = lambda.functions
      .aliasesOf(configuration.name)
      .filter(({ version }) => FunctionVersion === undefined || version === FunctionVersion);
    const { page, NextMarker } = pageOf(wanted, ({ name }) => name, paging, MOST);
    return {
      Aliases: page.map((alias) => describeAlias(configuration.arn, alias)),
      ...(NextMarker === undefined ? {} : { NextMarker }),
    };
  },
});
