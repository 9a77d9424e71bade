import { call } from '../aws/call.ts';
import { isExpress } from '../history/execution-arn.ts';

/** The state machine of an execution as it was when it began. */
export type Machine = {
  name: string;
  arn: string;
  definition: string;
  /** Where an Express execution writes what happens; undefined where it does not. */
  logGroup?: string;
};

/** The state machine that an execution's ARN names. */
export const machineArnOf = (arn: string): string => {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), 'stateMachine', parts[6]].join(':');
};

const groupOf = (arn: string | undefined): string | undefined => /:log-group:([^:]+)/.exec(arn ?? '')?.[1];

/** Reads the machine of an execution; of an Express one as it is now. Throws `AwsCallError`. */
export const readMachine = async (arn: string, signal?: AbortSignal): Promise<Machine> => {
  const { name, stateMachineArn, definition, loggingConfiguration } = isExpress(arn)
    ? await call('states', 'DescribeStateMachine', { stateMachineArn: machineArnOf(arn) }, signal)
    : await call('states', 'DescribeStateMachineForExecution', { executionArn: arn }, signal);
  const logGroup = groupOf(loggingConfiguration?.destinations?.[0]?.cloudWatchLogsLogGroup?.logGroupArn);
  return {
    name: name ?? '',
    arn: stateMachineArn ?? '',
    definition: definition ?? '{}',
    ...(logGroup && { logGroup }),
  };
};
