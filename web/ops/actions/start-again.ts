import { call } from '../aws/call.ts';
import { machineArnOf } from '../execution/machine.ts';
import type { Execution } from '../execution/use-execution.ts';
import type { Definition } from './effects.ts';
import { definitionFrom, machineName, typedJson } from './rerun.ts';

export type Again = {
  stage: string;
  /** As its file is named. */
  workflow: string;
  execution: Execution;
  definition: Definition;
  /** The new execution's. */
  name: string;
  /** `variables` is JSON of an object. */
  start: { state: string; input: string; variables: string };
};

/**
 * Starts the new execution; answers its ARN. From a state in the middle it first makes the machine that begins there, with the
 * role and the log of the workflow. Throws `NotJsonError` and `AwsCallError`.
 */
export const startAgain = async ({ stage, workflow, execution, definition, name, start }: Again): Promise<string> => {
  const { arn: former, machine } = execution;
  const input = JSON.stringify(typedJson('The input', start.input));
  const own = machine?.arn || machineArnOf(former);
  if (start.state === definition.StartAt) {
    const { executionArn = '' } = await call('states', 'StartExecution', { stateMachineArn: own, name, input });
    return executionArn;
  }
  const variables = typedJson('The variables', start.variables) as Record<string, unknown>;
  const begun = definitionFrom(definition, {
    ...start,
    variables: Object.fromEntries(Object.entries(variables).map(([each, value]) => [each, JSON.stringify(value)])),
  });
  const { roleArn, loggingConfiguration, tracingConfiguration, type } = await call('states', 'DescribeStateMachine', {
    stateMachineArn: own,
  });
  const { stateMachineArn } = await call('states', 'CreateStateMachine', {
    name: machineName(stage, workflow),
    definition: JSON.stringify(begun),
    roleArn,
    type,
    loggingConfiguration,
    tracingConfiguration,
    tags: [
      { key: 'project', value: 'marquee' },
      { key: 'stage', value: stage },
      { key: 'rerun-of', value: former.slice(0, 256) },
    ],
  });
  const { executionArn = '' } = await call('states', 'StartExecution', { stateMachineArn, name, input });
  return executionArn;
};
