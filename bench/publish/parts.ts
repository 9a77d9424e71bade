import { GetExecutionHistoryCommand, ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';

/** When a publication's execution began and when each of its states ended, in milliseconds since the epoch. */
export type Parts = { started: number; left: Record<string, number> };

/** Finds the execution of a publication by its input, and reads its history. */
export const partsOf = async (sfn: SFNClient, stateMachineArn: string, publicationId: string): Promise<Parts> => {
  const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 20 }));
  for (const { executionArn } of executions) {
    const { events = [] } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, includeExecutionData: true, maxResults: 1000 }),
    );
    const [first] = events;
    if (!first?.executionStartedEventDetails?.input?.includes(publicationId)) continue;
    const left: Record<string, number> = {};
    for (const { stateExitedEventDetails: exited, timestamp } of events) {
      if (exited?.name && timestamp) left[exited.name] = timestamp.getTime();
    }
    return { started: first.timestamp?.getTime() ?? Number.NaN, left };
  }
  throw new Error(`No execution carried out the publication ${publicationId}.`);
};
