import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import type { System } from '../../end-to-end/system.ts';

const withStates = async <T>({ connection }: System, work: (states: SFNClient) => Promise<T>): Promise<T> => {
  const states = new SFNClient(connection.client);
  return work(states).finally(() => states.destroy());
};

const machineArn = ({ physicalId }: System, like: string): string =>
  physicalId(like, 'AWS::StepFunctions::StateMachine');

const start = async (states: SFNClient, stateMachineArn: string | undefined, name: string): Promise<string> => {
  const { executionArn } = await states.send(new StartExecutionCommand({ stateMachineArn, name, input: '{}' }));
  return executionArn ?? '';
};

/** Makes a machine as an operator may and starts it; answers the execution's ARN. */
export const startMachine = (system: System, name: string, definition: object): Promise<string> =>
  withStates(system, async (states) => {
    const stateMachineArn = machineArn(system, 'ProcessAsset');
    const { roleArn } = await states.send(new DescribeStateMachineCommand({ stateMachineArn }));
    const made = await states.send(
      new CreateStateMachineCommand({
        name: `Rerun-test-${name}-00000009`,
        definition: JSON.stringify(definition),
        roleArn,
      }),
    );
    return start(states, made.stateMachineArn, `${name}-1`);
  });

/** Has the rebuild of the site do something else, because its role may start executions of itself alone; starts it. */
export const startInsteadOfRebuild = (system: System, name: string, definition: object): Promise<string> =>
  withStates(system, async (states) => {
    const stateMachineArn = machineArn(system, 'RebuildSite');
    await states.send(new UpdateStateMachineCommand({ stateMachineArn, definition: JSON.stringify(definition) }));
    return start(states, stateMachineArn, `${name}-1`);
  });

/** The execution of a workflow whose input has a text. */
export const executionWith = (system: System, like: string, text: string): Promise<string> =>
  withStates(system, async (states) => {
    const stateMachineArn = machineArn(system, like);
    const { executions = [] } = await states.send(new ListExecutionsCommand({ stateMachineArn }));
    for (const { executionArn } of executions) {
      const { input } = await states.send(new DescribeExecutionCommand({ executionArn }));
      if (executionArn && input?.includes(text)) return executionArn;
    }
    throw new Error(`No execution of ${like} has ${text} in its input.`);
  });

/** A wait, and a state behind it. */
export const TIDE = {
  QueryLanguage: 'JSONata',
  StartAt: 'ForTheTide',
  States: {
    ForTheTide: { Type: 'Wait', Seconds: 4, Next: 'Ashore' },
    Ashore: { Type: 'Pass', Assign: { ashore: true }, End: true },
  },
};

/** A distributed Map of boats, one of which leaks, as many as it tolerates. */
export const FLEET = {
  QueryLanguage: 'JSONata',
  StartAt: 'Launch',
  States: {
    Launch: {
      Type: 'Map',
      Items: '{% [1..5] %}',
      MaxConcurrency: 2,
      ToleratedFailureCount: 1,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'IsTight',
        States: {
          IsTight: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input = 3 %}', Next: 'Leak' }],
            Default: 'Float',
          },
          Float: { Type: 'Pass', End: true },
          Leak: { Type: 'Fail', Error: 'BoatLeaksError', Cause: 'A plank is loose.' },
        },
      },
      Next: 'Count',
    },
    Count: { Type: 'Pass', End: true },
  },
};

const LAMPS_A_STREET = 80;

const street = (number: number): object => ({
  StartAt: `Lamp${number}-0`,
  States: Object.fromEntries(
    Array.from({ length: LAMPS_A_STREET }, (_, lamp) => [
      `Lamp${number}-${lamp}`,
      { Type: 'Pass', ...(lamp + 1 < LAMPS_A_STREET ? { Next: `Lamp${number}-${lamp + 1}` } : { End: true }) },
    ]),
  ),
});

/** More states than are drawn at once: six Maps of eighty. */
export const TOWN = {
  QueryLanguage: 'JSONata',
  StartAt: 'Street0',
  States: Object.fromEntries(
    Array.from({ length: 6 }, (_, number) => [
      `Street${number}`,
      {
        Type: 'Map',
        Items: '{% [1..2] %}',
        ItemProcessor: street(number),
        ...(number < 5 ? { Next: `Street${number + 1}` } : { End: true }),
      },
    ]),
  ),
};
