import type { Operation } from '../../aws/service.ts';
import { findStack, isRow, permissionOn } from '../find-stack.ts';
import type { CloudFormation } from '../state.ts';

type Input = { StackName?: string };

/** What happened to a stack and its resources, the latest first. A stack of the cloud assembly has no events. */
export const describeStackEvents = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'DescribeStackEvents'),
  run({ StackName = '' }: Input) {
    const stack = findStack(cloudFormation, StackName);
    if (!isRow(stack)) return { StackEvents: [] };
    return {
      StackEvents: cloudFormation.store.events(stack.id).map((event) => ({
        StackId: stack.id,
        EventId: event.id,
        StackName: stack.name,
        LogicalResourceId: event.logical_id,
        PhysicalResourceId: event.physical_id ?? '',
        ResourceType: event.type,
        Timestamp: new Date(event.at),
        ResourceStatus: event.status,
        ...(event.reason === null ? {} : { ResourceStatusReason: event.reason }),
      })),
    };
  },
});
