import type { DeployedStack } from '../assembly/deploy.ts';
import { AwsError } from '../aws/error.ts';
import { queryHandler } from '../aws/query.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';

type Input = { StackName?: string };
type Account = { clock: Clock; accountId: string; region: string };

/** What the assembly became, told as CloudFormation tells it: stacks, outputs, resources. Read-only. */
export const createCloudFormation = ({ clock, accountId, region }: Account) => {
  let stacks: readonly DeployedStack[] = [];
  const deployedAt = new Date(clock.now()).toISOString();
  const arnOf = (name: string): string => `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/local`;
  const find = (name: string): DeployedStack => {
    const stack = stacks.find((candidate) => candidate.name === name || arnOf(candidate.name) === name);
    if (!stack) throw new AwsError('ValidationError', `Stack with id ${name} does not exist`);
    return stack;
  };
  const permissions = (action: string) => (input: Input) => [
    { action: `cloudformation:${action}`, resource: input.StackName ? arnOf(input.StackName) : '*' },
  ];
  const resourcesOf = ({ name, resources }: DeployedStack) =>
    resources.map(({ logicalId, type, physicalId }) => ({
      StackName: name,
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      ResourceStatus: 'CREATE_COMPLETE',
      LastUpdatedTimestamp: deployedAt,
      Timestamp: deployedAt,
    }));
  const operations: Record<string, Operation> = {
    DescribeStacks: {
      permissions: permissions('DescribeStacks'),
      run: ({ StackName }: Input) => ({
        Stacks: (StackName ? [find(StackName)] : stacks).map(({ name, outputs }) => ({
          StackId: arnOf(name),
          StackName: name,
          CreationTime: deployedAt,
          StackStatus: 'CREATE_COMPLETE',
          Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
        })),
      }),
    },
    DescribeStackResources: {
      permissions: permissions('DescribeStackResources'),
      run: ({ StackName = '' }: Input) => ({ StackResources: resourcesOf(find(StackName)) }),
    },
    ListStackResources: {
      permissions: permissions('ListStackResources'),
      run: ({ StackName = '' }: Input) => ({ StackResourceSummaries: resourcesOf(find(StackName)) }),
    },
  };
  const service: Service = {
    name: 'cloudformation',
    operations,
    handle: queryHandler('cloudformation', 'http://cloudformation.amazonaws.com/doc/2010-05-15/'),
  };
  return {
    service,
    /** Tells what has been deployed. */
    show: (deployed: readonly DeployedStack[]): void => {
      stacks = deployed;
    },
  };
};
