import { oneOf, optional } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { Definition } from '../language/definition.ts';
import type { JsonObject } from '../language/json.ts';
import { variableReferences } from '../language/variable-references.ts';
import type { MachineRow } from '../store/machines.ts';
import type { VersionRow } from '../store/versions.ts';
import { ENCRYPTION } from './settings-input.ts';

type Settings = Pick<MachineRow, 'definition' | 'role_arn' | 'logging' | 'tracing' | 'revision_id'>;

/** Callers may ask to be spared what is encrypted; then a definition is empty, and input and output are left out. */
export const METADATA_ONLY = 'METADATA_ONLY';

export const includedRules = (includedData: unknown): string[] =>
  optional('includedData', includedData, [oneOf(['ALL_DATA', METADATA_ONLY])]);

/** What every description of a machine tells of its settings. */
export const settingsAnswer = (row: Settings, includedData?: string): JsonObject => {
  const references = variableReferences(JSON.parse(row.definition) as Definition);
  const included = includedData !== METADATA_ONLY;
  return {
    definition: included ? row.definition : '{}',
    roleArn: row.role_arn,
    loggingConfiguration: JSON.parse(row.logging),
    tracingConfiguration: JSON.parse(row.tracing),
    encryptionConfiguration: ENCRYPTION,
    ...(row.revision_id === null ? {} : { revisionId: row.revision_id }),
    ...(included && Object.keys(references).length > 0 ? { variableReferences: references } : {}),
  };
};

/** The version of what a machine is now; published anew unless there is one already. */
export const published = (core: Core, machine: MachineRow, description?: string): VersionRow =>
  core.versions.ofRevision(machine) ?? core.versions.publish(machine, description, core.clock.now());

/** What creating and updating answer about the version that they published. */
export const versionAnswer = (
  core: Core,
  machine: MachineRow,
  { publish, versionDescription }: { publish?: boolean; versionDescription?: string },
): JsonObject => (publish ? { stateMachineVersionArn: published(core, machine, versionDescription).arn } : {});
