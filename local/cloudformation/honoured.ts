import { type Honoured, named } from '../aws/honouring.ts';

const all = (members: string): Honoured => ({ members: named(members) });

const ONE_PAGE = 'Everything comes on one page.';

const TOKEN = { ClientRequestToken: 'a repeated request is told from the first by the name of its stack' };

/** What CloudFormation's operations make of their input. */
export const CLOUDFORMATION_HONOURED: Readonly<Record<string, Honoured>> = {
  CreateStack: {
    ...all('StackName TemplateBody Parameters Capabilities Tags OnFailure DisableRollback EnableTerminationProtection'),
    withoutEffect: { ...TOKEN, TimeoutInMinutes: 'nothing here takes minutes' },
    differs:
      'Only the owner of the laptop may create stacks; tags are told of the stack and not handed on to its resources.',
  },
  DeleteStack: { ...all('StackName RetainResources'), withoutEffect: TOKEN },
  DescribeStackEvents: { ...all('StackName'), differs: `${ONE_PAGE} Stacks of the cloud assembly have no events.` },
  DescribeStackResource: all('StackName LogicalResourceId'),
  DescribeStackResources: all('StackName LogicalResourceId'),
  DescribeStacks: { ...all('StackName'), differs: ONE_PAGE },
  GetTemplate: all('StackName'),
  ListExports: { ...all(''), differs: ONE_PAGE },
  ListStackResources: { ...all('StackName'), differs: ONE_PAGE },
  ListStacks: { ...all('StackStatusFilter'), differs: ONE_PAGE },
  UpdateStack: {
    ...all('StackName TemplateBody UsePreviousTemplate Parameters Capabilities'),
    withoutEffect: TOKEN,
    differs: 'Every property is changed in place, or its resource is made anew.',
  },
  ValidateTemplate: all('TemplateBody'),
};
