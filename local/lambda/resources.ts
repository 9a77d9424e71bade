import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import type { CheckRole } from './check-role.ts';
import type { FunctionConfiguration } from './configuration.ts';
import type { Functions } from './functions.ts';
import type { InlineCode } from './inline-code.ts';

/** Longest function name. */
const LONGEST_NAME = 64;

/** Finds the folder of a file asset by its object key. */
export type AssetFolder = (objectKey: string) => string | undefined;

type Properties = {
  Code?: { S3Key?: string; ZipFile?: string };
  Handler?: string;
  Runtime?: string;
  MemorySize?: number;
  Timeout?: number;
  Environment?: { Variables?: Record<string, string> };
  Role?: string;
  LoggingConfig?: { LogGroup?: string; LogFormat?: string; ApplicationLogLevel?: string; SystemLogLevel?: string };
  DeadLetterConfig?: { TargetArn?: string };
  RecursiveLoop?: string;
  TracingConfig?: { Mode?: string };
  Tags?: { Key: string; Value: string }[];
  Architectures?: string[];
  Description?: string;
  ReservedConcurrentExecutions?: number;
  FunctionName?: string;
};

export type FunctionSources = { assetFolder: AssetFolder; inlineCode: InlineCode; checkRole: CheckRole };

export const functionResource = (functions: Functions, sources: FunctionSources): ResourceType => ({
  type: 'AWS::Lambda::Function',
  honoured: [
    'Code.S3Key',
    'Code.ZipFile',
    'Handler',
    'Runtime',
    'MemorySize',
    'Timeout',
    'Environment',
    'Role',
    'LoggingConfig.LogGroup',
    'LoggingConfig.LogFormat',
    'LoggingConfig.ApplicationLogLevel',
    'LoggingConfig.SystemLogLevel',
    'DeadLetterConfig',
    'RecursiveLoop',
    'Tags',
    'Description',
    'ReservedConcurrentExecutions',
    'FunctionName',
  ],
  withoutEffect: {
    'Code.S3Bucket': 'the code is read from the cloud assembly',
    Architectures: 'the bundle runs on the processor of this machine',
    EphemeralStorage: 'temporary files are limited by the disk of this machine alone',
    TracingConfig:
      'no trace daemon runs here; the role’s right to trace is checked, and the trace header is set all the same',
  },
  create(resource, { accountId, region, physicalName }) {
    const properties: Properties = resource.properties;
    if (!properties.Runtime?.startsWith('nodejs'))
      throw new Error(`the runtime ${properties.Runtime} is not supported; only Node.js is`);
    const codeFolder = codeFolderOf(properties, sources);
    const name = nameOf(resource, physicalName);
    const arn = `arn:aws:lambda:${region}:${accountId}:function:${name}`;
    const configuration: FunctionConfiguration = {
      name,
      arn,
      codeFolder,
      codeHash: createHash('sha256').update(basename(codeFolder)).digest('base64'),
      handler: properties.Handler ?? 'index.handler',
      runtime: properties.Runtime,
      // Numbers that come by way of a parameter are texts.
      memoryMiB: Number(properties.MemorySize ?? 128),
      timeoutSeconds: Number(properties.Timeout ?? 3),
      environment: texts(properties.Environment?.Variables),
      roleArn: properties.Role ?? '',
      logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
      jsonLogs: properties.LoggingConfig?.LogFormat === 'JSON',
      architecture: properties.Architectures?.[0] ?? 'x86_64',
      description: properties.Description ?? '',
      tags: Object.fromEntries((properties.Tags ?? []).map(({ Key, Value }) => [Key, String(Value)])),
      ...optional('logLevel', properties.LoggingConfig?.ApplicationLogLevel),
      ...optional('systemLogLevel', properties.LoggingConfig?.SystemLogLevel),
      ...optional('deadLetterArn', properties.DeadLetterConfig?.TargetArn),
      ...(properties.RecursiveLoop === undefined ? {} : { recursionAllowed: properties.RecursiveLoop === 'Allow' }),
      ...(properties.ReservedConcurrentExecutions === undefined
        ? {}
        : { reservedConcurrency: Number(properties.ReservedConcurrentExecutions) }),
    };
    sources.checkRole({ ...configuration, traced: properties.TracingConfig?.Mode === 'Active' });
    functions.put(configuration);
    return { ref: name, attributes: { Arn: arn } };
  },
  taken(resource, { physicalName }) {
    const name = nameOf(resource, physicalName);
    return functions.has(name) ? name : undefined;
  },
  remove: (_resource, { ref }) => functions.remove(ref),
});

const optional = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };

const nameOf = (resource: Resource, physicalName: DeployContext['physicalName']): string =>
  String(resource.properties.FunctionName ?? physicalName(resource, LONGEST_NAME));

const codeFolderOf = ({ Code = {} }: Properties, { assetFolder, inlineCode }: FunctionSources): string => {
  if (Code.ZipFile !== undefined) return inlineCode(Code.ZipFile);
  const folder = Code.S3Key === undefined ? undefined : assetFolder(Code.S3Key);
  if (folder && existsSync(folder)) return folder;
  throw new Error(
    `its code ${Code.S3Key ?? '(none)'} is not a folder of the cloud assembly; code of another origin stands in Code.ZipFile`,
  );
};

const texts = (values: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

export const versionResource = (functions: Functions): ResourceType => ({
  type: 'AWS::Lambda::Version',
  honoured: ['FunctionName', 'Description'],
  withoutEffect: { CodeSha256: 'the bundle of the cloud assembly is the only one there is' },
  create({ properties }) {
    const { configuration } = functions.find(String(properties.FunctionName));
    functions.putVersion(configuration.name, '1');
    return { ref: `${configuration.arn}:1`, attributes: { Version: '1', FunctionArn: `${configuration.arn}:1` } };
  },
  // A version is nothing beside its function here.
  remove: () => {},
});

export const aliasResource = (functions: Functions): ResourceType => ({
  type: 'AWS::Lambda::Alias',
  honoured: ['FunctionName', 'FunctionVersion', 'Name', 'Description'],
  create({ properties }) {
    const { configuration } = functions.find(String(properties.FunctionName));
    functions.putAlias(
      configuration.name,
      String(properties.Name),
      String(properties.FunctionVersion),
      String(properties.Description ?? ''),
    );
    const arn = `${configuration.arn}:${properties.Name}`;
    return { ref: arn, attributes: { AliasArn: arn } };
  },
  remove: ({ properties }) => functions.removeAlias(String(properties.FunctionName), String(properties.Name)),
});

export const permissionResource = (functions: Functions): ResourceType => ({
  type: 'AWS::Lambda::Permission',
  honoured: ['Action', 'FunctionName', 'Principal', 'SourceArn', 'SourceAccount'],
  create(resource) {
    const { properties, logicalId } = resource;
    if (properties.Action !== 'lambda:InvokeFunction')
      throw new Error(`the action ${properties.Action} is not supported; only lambda:InvokeFunction is`);
    const { configuration, qualifier } = functions.find(String(properties.FunctionName));
    functions.policies.permit(idOf(resource), {
      functionName: configuration.name,
      ...(qualifier === undefined ? {} : { qualifier }),
      principal: String(properties.Principal),
      ...(properties.SourceArn === undefined ? {} : { sourceArn: String(properties.SourceArn) }),
      ...(properties.SourceAccount === undefined ? {} : { sourceAccount: String(properties.SourceAccount) }),
    });
    return { ref: logicalId, attributes: { Id: logicalId } };
  },
  remove: (resource) => functions.policies.forbid(idOf(resource)),
});

const idOf = ({ stackName, logicalId }: Resource): string => `${stackName}/${logicalId}`;
