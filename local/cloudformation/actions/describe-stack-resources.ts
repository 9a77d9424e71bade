import type { Operation } from '../../aws/service.ts';
import { invalid } from '../errors.ts';
import { findStack, isRow, permissionOn } from '../find-stack.ts';
import type { CloudFormation } from '../state.ts';

type Input = { StackName?: string; LogicalResourceId?: string; PhysicalResourceId?: string };

/** The resources of a stack as both actions tell them. */
const resourcesOf = (cloudFormation: CloudFormation, nameOrId: string) => {
  const stack = findStack(cloudFormation, nameOrId);
  const { assembled, store } = cloudFormation;
  if (!isRow(stack)) {
    return stack.resources.map(({ logicalId, type, physicalId }) => ({
      StackName: stack.name,
      StackId: assembled.idOf(stack.name),
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId as string | undefined,
      ResourceType: type,
      ResourceStatus: 'CREATE_COMPLETE',
      LastUpdatedTimestamp: new Date(assembled.at),
      Timestamp: new Date(assembled.at),
    }));
  }
  return store.resources(stack.id).map((row) => ({
    StackName: stack.name,
    StackId: stack.id,
    LogicalResourceId: row.logicalId,
    PhysicalResourceId: row.physicalId,
    ResourceType: row.type,
    ResourceStatus: row.status,
    ...(row.reason === undefined ? {} : { ResourceStatusReason: row.reason }),
    LastUpdatedTimestamp: new Date(row.at),
    Timestamp: new Date(row.at),
  }));
};

export const describeStackResources = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'DescribeStackResources'),
  run({ StackName = '', LogicalResourceId }: Input) {
    const all = resourcesOf(cloudFormation, StackName);
    return {
      StackResources: LogicalResourceId ? all.filter((each) => each.LogicalResourceId === LogicalResourceId) : all,
    };
  },
});

export const describeStackResource = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'DescribeStackResource'),
  run({ StackName = '', LogicalResourceId }: Input) {
    const found = resourcesOf(cloudFormation, StackName).find((each) => each.LogicalResourceId === LogicalResourceId);
    if (!found) throw invalid(`Resource ${LogicalResourceId} does not exist for stack ${StackName}`);
    return { StackResourceDetail: found };
  },
});

export const listStackResources = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'ListStackResources'),
  run: ({ StackName = '' }: Input) => ({ StackResourceSummaries: resourcesOf(cloudFormation, StackName) }),
});
