import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import { AwsError } from '../aws/error.ts';
import { machineArn } from './actions/arns.ts';
import { checkDefinition, checkName } from './actions/machine-input.ts';
import { loggingText, tracingText } from './actions/settings-input.ts';
import type { Core } from './core.ts';
import type { MachineRow } from './store/machines.ts';

type Properties = {
  StateMachineName?: string;
  StateMachineType?: 'STANDARD' | 'EXPRESS';
  DefinitionString?: string;
  Definition?: object;
  DefinitionSubstitutions?: Record<string, unknown>;
  RoleArn: string;
  LoggingConfiguration?: { Level?: string; IncludeExecutionData?: boolean; Destinations?: Destination[] };
  TracingConfiguration?: { Enabled?: boolean };
  Tags?: { Key: string; Value: string }[];
};

type Destination = { CloudWatchLogsLogGroup?: { LogGroupArn?: string } };

const LONGEST_NAME = 80;

/** `AWS::StepFunctions::StateMachine`. A changed definition applies to executions that start after the change. */
export const stateMachineType = (core: Core): ResourceType => ({
  type: 'AWS::StepFunctions::StateMachine',
  honoured: [
    'StateMachineName',
    'StateMachineType',
    'DefinitionString',
    'Definition',
    'DefinitionSubstitutions',
    'RoleArn',
    'LoggingConfiguration',
    'TracingConfiguration',
    'Tags',
  ],
  create: (resource, context) => {
    const row = rowOf(core, resource, context);
    const known = core.machines.byArn(row.arn);
    if (!known) core.machines.insert(row);
    else if (known.type === row.type) core.machines.update({ ...row, revision_id: known.revision_id });
    else {
      core.machines.remove(row.arn);
      core.machines.insert(row);
    }
    const { Tags = [] } = resource.properties as Partial<Properties>;
    const kept = new Set(Tags.map(({ Key }) => Key));
    for (const { key } of core.machines.tags(row.arn)) if (!kept.has(key)) core.machines.untag(row.arn, key);
    for (const { Key, Value } of Tags) core.machines.tag(row.arn, { key: Key, value: Value });
    return {
      ref: row.arn,
      attributes: { Arn: row.arn, Name: row.name, StateMachineRevisionId: row.revision_id ?? 'INITIAL' },
    };
  },
});

const rowOf = (core: Core, resource: Resource, context: DeployContext): MachineRow => {
  const properties = resource.properties as Properties;
  const name = checkName(properties.StateMachineName ?? context.physicalName(resource, LONGEST_NAME));
  const type = properties.StateMachineType ?? 'STANDARD';
  return {
    arn: machineArn(core, name),
    name,
    type,
    status: 'ACTIVE',
    definition: checkDefinition(core, definitionOf(resource, properties), type),
    role_arn: properties.RoleArn,
    logging: loggingText(loggingOf(properties.LoggingConfiguration)),
    tracing: tracingText({ enabled: properties.TracingConfiguration?.Enabled ?? false }),
    revision_id: null,
    created_at: core.clock.now(),
    updated_at: null,
  };
};

/** The definition's text with `${Name}` replaced. Throws where a substitution is missing. */
const definitionOf = (
  resource: Resource,
  { DefinitionString, Definition, DefinitionSubstitutions = {} }: Properties,
): string => {
  const text = DefinitionString ?? (Definition && JSON.stringify(Definition));
  if (text === undefined) {
    const message = `${resource.path}: DefinitionString or Definition is needed; DefinitionS3Location is not supported`;
    throw new AwsError('InvalidDefinition', message);
  }
  return text.replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
    const value = DefinitionSubstitutions[name];
    if (value === undefined) return placeholder;
    // The text stands within a JSON string, so what is put in is escaped as one.
    return typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : String(value);
  });
};

const loggingOf = (logging: Properties['LoggingConfiguration']) =>
  logging && {
    level: logging.Level ?? 'OFF',
    includeExecutionData: logging.IncludeExecutionData ?? false,
    destinations: (logging.Destinations ?? []).map(({ CloudWatchLogsLogGroup }) => ({
      cloudWatchLogsLogGroup: { logGroupArn: CloudWatchLogsLogGroup?.LogGroupArn },
    })),
  };
