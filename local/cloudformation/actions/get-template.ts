import type { Operation } from '../../aws/service.ts';
import { invalid } from '../errors.ts';
import { findStack, isRow, permissionOn } from '../find-stack.ts';
import type { CloudFormation } from '../state.ts';

type Input = { StackName?: string };

/** The text of a stack's template, as it came. */
export const getTemplate = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'GetTemplate'),
  run({ StackName = '' }: Input) {
    const stack = findStack(cloudFormation, StackName);
    if (!isRow(stack)) throw invalid(`The template of stack ${stack.name} is in the folder of the cloud assembly`);
    return { TemplateBody: stack.template, StagesAvailable: ['Original', 'Processed'] };
  },
});
