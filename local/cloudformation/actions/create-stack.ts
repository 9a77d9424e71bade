import { randomUUID } from 'node:crypto';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { checkCapabilities } from '../capabilities.ts';
import { invalid } from '../errors.ts';
import { changeable, checkOwner, permissionOn } from '../find-stack.ts';
import { checkStackName, listOf, type StackInput } from '../input.ts';
import { parameterValues } from '../parameters.ts';
import { readTemplate } from '../read-template.ts';
import type { CloudFormation } from '../state.ts';
import type { OnFailure } from '../store.ts';

/** Takes a template and answers at once; `DescribeStacks` tells how far it is. What is answered is kept. */
export const createStack = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'CreateStack'),
  run(input: StackInput, { principal }) {
    checkOwner(principal.policies);
    const { store, lifecycle, region, accountId, types } = cloudFormation;
    const name = checkStackName(input.StackName);
    const template = readTemplate(input.TemplateBody, types());
    const parameters = parameterValues(template, listOf(input.Parameters), {}, cloudFormation.lookUp);
    const capabilities = listOf(input.Capabilities);
    checkCapabilities(template, capabilities);
    if (cloudFormation.assembled.find(name) || changeable(cloudFormation, name))
      throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
    const id = `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/${randomUUID()}`;
    store.insert({
      id,
      name,
      template: input.TemplateBody ?? '',
      parameters: JSON.stringify(parameters),
      capabilities: JSON.stringify(capabilities),
      tags: JSON.stringify(listOf(input.Tags)),
      on_failure: onFailure(input),
      protected: input.EnableTerminationProtection === 'true' ? 1 : 0,
      status: 'CREATE_IN_PROGRESS',
    });
    const row = store.find(id);
    if (row) lifecycle.create(row);
    return { StackId: id };
  },
});

const onFailure = ({ OnFailure, DisableRollback }: StackInput): OnFailure => {
  if (OnFailure !== undefined && DisableRollback !== undefined)
    throw invalid('You can specify either DisableRollback or OnFailure, but not both.');
  if (OnFailure === undefined) return DisableRollback === 'true' ? 'DO_NOTHING' : 'ROLLBACK';
  if (OnFailure === 'ROLLBACK' || OnFailure === 'DELETE' || OnFailure === 'DO_NOTHING') return OnFailure;
  throw invalid(
    `1 validation error detected: Value '${OnFailure}' at 'onFailure' failed to satisfy constraint: Member must satisfy enum value set: [ROLLBACK, DELETE, DO_NOTHING]`,
  );
};
