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
