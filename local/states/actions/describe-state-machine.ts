import type { Core } from '../core.ts';
import { seconds } from './arns.ts';
import { check, requiredArn } from './constraints.ts';
import { includedRules, settingsAnswer } from './machine-answer.ts';
import { operation } from './operation.ts';
import { machineOrVersionOf } from './qualified.ts';

type Input = { stateMachineArn?: string; includedData?: string };

/** A machine, or one version of it, with its definition. */
export const describeStateMachine = (core: Core) =>
  operation<Input>('DescribeStateMachine', 'stateMachineArn', ({ stateMachineArn, includedData }) => {
    check(requiredArn('stateMachineArn', stateMachineArn), includedRules(includedData));
    const { machine, version } = machineOrVersionOf(core, stateMachineArn);
    return {
      stateMachineArn: version?.arn ?? machine.arn,
      name: machine.name,
      status: machine.status,
      type: machine.type,
      creationDate: seconds((version ?? machine).created_at),
      ...(version && version.description !== null ? { description: version.description } : {}),
      ...settingsAnswer(machine, includedData),
    };
  });
