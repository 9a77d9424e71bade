import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { machineDoesNotExist } from './errors.ts';
import { labelledProcessor } from './labelled-processor.ts';
import { includedRules, settingsAnswer } from './machine-answer.ts';
import { operation } from './operation.ts';
import { machineOrVersionOf } from './qualified.ts';

type Input = { stateMachineArn?: string; includedData?: string };

/** A machine, one version of it, or what one of its Distributed Map states does with each item. */
export const describeStateMachine = (core: Core) =>
  operation<Input>('DescribeStateMachine', 'stateMachineArn', ({ stateMachineArn, includedData }) => {
    check(requiredArn('stateMachineArn', stateMachineArn), includedRules(includedData));
    const [arn, label] = String(stateMachineArn).split('/');
    const { machine, version } = machineOrVersionOf(core, arn);
    const definition = label === undefined ? machine.definition : labelledProcessor(machine, label);
    if (definition === undefined) throw machineDoesNotExist(String(stateMachineArn));
    return {
      stateMachineArn: stateMachineArn,
      name: machine.name,
      status: machine.status,
      type: machine.type,
      creationDate: seconds((version ?? machine).created_at),
      ...(version && version.description !== null ? { description: version.description } : {}),
      ...(label === undefined ? {} : { label }),
      ...settingsAnswer({ ...machine, definition }, includedData),
    };
  });
