import type { ResourceType } from '../../assembly/resource-type.ts';
import { removeVersion } from '../actions/delete-state-machine-version.ts';
import { publish } from '../actions/publish-state-machine-version.ts';
import type { Core } from '../core.ts';

type Properties = { StateMachineArn?: string; StateMachineRevisionId?: string; Description?: string };

/** `AWS::StepFunctions::StateMachineVersion`: the version of what its machine is now; older ones stay until deleted. */
export const versionType = (core: Core): ResourceType => ({
  type: 'AWS::StepFunctions::StateMachineVersion',
  honoured: ['StateMachineArn', 'StateMachineRevisionId', 'Description'],
  create: ({ properties }) => {
    const { StateMachineArn, StateMachineRevisionId, Description } = properties as Properties;
    const input = { stateMachineArn: StateMachineArn, revisionId: StateMachineRevisionId, description: Description };
    const { arn } = publish(core, input);
    return { ref: arn, attributes: { Arn: arn } };
  },
  remove: (_resource, { ref }) => removeVersion(core, ref),
});
