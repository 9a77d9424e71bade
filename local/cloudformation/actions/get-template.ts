import type { Operation } from '../../aws/service.ts';
import { findStack, isRow, permissionOn } from '../find-stack.ts';
import type { CloudFormation } from '../state.ts';

type Input = { StackName?: string };

/** The text of a stack's template: as it came, of the cloud assembly as the CDK writes it. */
export const getTemplate = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'GetTemplate'),
  run({ StackName = '' }: Input) {
    const stack = findStack(cloudFormation, StackName);
    const text = isRow(stack) ? stack.template : JSON.stringify(stack.template, null, 1);
    return { TemplateBody: text, StagesAvailable: ['Original', 'Processed'] };
  },
});
