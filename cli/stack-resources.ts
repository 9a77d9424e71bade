import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { type Connection, DOMAINS } from './connection.ts';

export type StackResource = { logicalId: string; physicalId: string };

/** Every resource of one type in the stage's stacks. */
export const resourcesOfType = async ({ client, stage }: Connection, type: string): Promise<StackResource[]> => {
  const cloudFormation = new CloudFormationClient(client);
  const found: StackResource[] = [];
  for (const domain of DOMAINS) {
    const StackName = `Marquee-${stage}-${domain}`;
    for await (const { StackResourceSummaries = [] } of paginateListStackResources(
      { client: cloudFormation },
      { StackName },
    )) {
      for (const { ResourceType, LogicalResourceId = '', PhysicalResourceId = '' } of StackResourceSummaries) {
        if (ResourceType === type) found.push({ logicalId: LogicalResourceId, physicalId: PhysicalResourceId });
      }
    }
  }
  return found;
};

/** `process-asset` of the logical id `ProcessAssetWorkflowStateMachineB2F3C4D5`: the construct's name as folders and files have it. */
export const kebabName = (logicalId: string, ...endings: string[]): string => {
  let name = logicalId.replace(/[0-9A-F]{8}$/, '');
  for (const ending of endings) name = name.replace(new RegExp(`${ending}$`), '');
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
};
