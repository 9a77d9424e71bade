import { paginateListStateMachines, type SFNClient } from '@aws-sdk/client-sfn';
import { kebabName } from '@marquee/ui/resource-name.ts';
import type { Connection } from './connection.ts';
import { resourcesOfType } from './stack-resources.ts';

export type NamedWorkflow = { name: string; arn: string; express: boolean };

/** The stage's workflows. Step Functions lists the executions of Express ones nowhere but in their logs. */
export const workflowsOf = async (connection: Connection, states: SFNClient): Promise<NamedWorkflow[]> => {
  const express = new Set<string>();
  for await (const { stateMachines = [] } of paginateListStateMachines({ client: states }, {})) {
    for (const { stateMachineArn = '', type } of stateMachines) if (type === 'EXPRESS') express.add(stateMachineArn);
  }
  const found = await resourcesOfType(connection, 'AWS::StepFunctions::StateMachine');
  return found.map(({ logicalId, physicalId: arn }) => ({
    name: kebabName(logicalId, 'StateMachine', 'Workflow'),
    arn,
    express: express.has(arn),
  }));
};
