import type { DeployedStack } from '../../assembly/deploy.ts';
import type { Output } from '../../assembly/open-stack.ts';
import type { TemplateParameter } from '../../assembly/read-assembly.ts';
import type { Operation } from '../../aws/service.ts';
import { templateOf } from '../carry-out.ts';
import { findStack, isRow, permissionOn } from '../find-stack.ts';
import type { CloudFormation } from '../state.ts';
import type { StackRow } from '../store.ts';

type Input = { StackName?: string };

/** One stack, or all that are not deleted: first those of the cloud assembly, then the latest. */
export const describeStacks = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'DescribeStacks'),
  run({ StackName }: Input) {
    const { assembled, store } = cloudFormation;
    const alive = () => store.all().filter(({ status }) => status !== 'DELETE_COMPLETE');
    const stacks = StackName ? [findStack(cloudFormation, StackName)] : [...assembled.stacks(), ...alive().reverse()];
    return { Stacks: stacks.map((stack) => (isRow(stack) ? described(stack) : ofAssembly(cloudFormation, stack))) };
  },
});

const ofAssembly = ({ assembled }: CloudFormation, { name, outputs }: DeployedStack): object => ({
  StackId: assembled.idOf(name),
  StackName: name,
  CreationTime: new Date(assembled.at),
  StackStatus: 'CREATE_COMPLETE',
  Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
});

const described = (row: StackRow): object => {
  const { Description, Parameters = {} } = templateOf(row.template);
  const values = Object.entries(JSON.parse(row.parameters) as Record<string, string>);
  return {
    StackId: row.id,
    StackName: row.name,
    ...(Description === undefined ? {} : { Description }),
    Parameters: values.map(([ParameterKey, value]) => ({
      ParameterKey,
      ParameterValue: isSecret(Parameters[ParameterKey]) ? '****' : value,
    })),
    CreationTime: new Date(row.created_at),
    ...(row.updated_at === null ? {} : { LastUpdatedTime: new Date(row.updated_at) }),
    ...(row.deleted_at === null ? {} : { DeletionTime: new Date(row.deleted_at) }),
    RollbackConfiguration: {},
    StackStatus: row.status,
    ...(row.reason === null ? {} : { StackStatusReason: row.reason }),
    DisableRollback: row.on_failure === 'DO_NOTHING',
    NotificationARNs: [],
    Capabilities: JSON.parse(row.capabilities),
    Outputs: (JSON.parse(row.outputs) as Output[]).map((output) => ({
      OutputKey: output.name,
      OutputValue: output.value,
      Description: output.description,
      ExportName: output.exportName,
    })),
    Tags: JSON.parse(row.tags),
    EnableTerminationProtection: row.protected === 1,
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
};

const isSecret = (parameter: TemplateParameter | undefined): boolean => String(parameter?.NoEcho) === 'true';
