import { randomUUID } from 'node:crypto';
import type { DeployContext, Resource, ResourceType } from '../../assembly/resource-type.ts';
import { AwsError } from '../../aws/error.ts';
import { machineArn } from '../actions/arns.ts';
import { checkDefinition, checkName } from '../actions/machine-input.ts';
import { checkMachineRole } from '../actions/machine-role.ts';
import { checkEncryption, loggingText, tracingText } from '../actions/settings-input.ts';
import type { Core } from '../core.ts';
import type { MachineRow } from '../store/machines.ts';
import { setTags, type TagProperty } from './tags.ts';

type Properties = {
  StateMachineName?: string;
  StateMachineType?: 'STANDARD' | 'EXPRESS';
  DefinitionString?: string;
  Definition?: object;
  DefinitionSubstitutions?: Record<string, unknown>;
  RoleArn: string;
  LoggingConfiguration?: { Level?: string; IncludeExecutionData?: boolean; Destinations?: Destination[] };
  TracingConfiguration?: { Enabled?: boolean };
  Tags?: TagProperty[];
  EncryptionConfiguration?: { Type?: string };
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
    'EncryptionConfiguration',
    'Tags',
  ],
  create: (resource, context) => {
    const declared = rowOf(core, resource, context);
    checkMachineRole(core, declared);
    const row = kept(core, declared);
    const { Tags } = resource.properties as Partial<Properties>;
    setTags(core, row.arn, Tags);
    return {
      ref: row.arn,
      attributes: { Arn: row.arn, Name: row.name, StateMachineRevisionId: row.revision_id ?? 'INITIAL' },
    };
  },
  taken: (resource, context) => {
    const name = nameOf(resource, context);
    return core.machines.byArn(machineArn(core, name)) ? name : undefined;
  },
  remove: (_resource, { ref }) => {
    if (core.executions.hasRunning(ref)) core.machines.deleting(ref);
    else core.machines.remove(ref);
  },
});

/** Keeps a machine as the template has it now. A changed definition or role makes a new revision, as an update would. */
const kept = (core: Core, row: MachineRow): MachineRow => {
  const known = core.machines.byArn(row.arn);
  if (known?.type === row.type) {
    const same = known.definition === row.definition && known.role_arn === row.role_arn;
    const updated_at = same ? known.updated_at : row.created_at;
    const changed = { ...row, revision_id: same ? known.revision_id : randomUUID(), updated_at };
    core.machines.update(changed);
    core.machines.active(row.arn);
    return changed;
  }
  if (known) core.machines.remove(row.arn);
  core.machines.insert(row);
  return row;
};

const nameOf = (resource: Resource, context: DeployContext): string => {
  const { StateMachineName } = resource.properties as Partial<Properties>;
  return checkName(StateMachineName ?? context.physicalName(resource, LONGEST_NAME));
};

const rowOf = (core: Core, resource: Resource, context: DeployContext): MachineRow => {
  const properties = resource.properties as Properties;
  const name = nameOf(resource, context);
  const type = properties.StateMachineType ?? 'STANDARD';
  const { EncryptionConfiguration: encryption } = properties;
  checkEncryption(encryption && { type: encryption.Type });
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
