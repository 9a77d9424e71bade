import { isDeepStrictEqual } from 'node:util';
import type { Operation } from '../../aws/service.ts';
import { checkCapabilities } from '../capabilities.ts';
import { sourceOf } from '../carry-out.ts';
import { invalid } from '../errors.ts';
import { changeable, checkOwner, checkStatus, permissionOn } from '../find-stack.ts';
import { listOf, type StackInput } from '../input.ts';
import { parameterValues } from '../parameters.ts';
import { readTemplate } from '../read-template.ts';
import type { CloudFormation } from '../state.ts';

/** Brings a stack to another template or other parameters and answers at once; one that fails goes back. */
export const updateStack = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'UpdateStack'),
  run(input: StackInput, { principal }) {
    checkOwner(principal.policies);
    const { store, lifecycle, types } = cloudFormation;
    const row = changeable(cloudFormation, input.StackName ?? '');
    if (!row || row.status === 'DELETE_COMPLETE') throw invalid(`Stack [${input.StackName}] does not exist`);
    checkStatus(row, 'updated', (status) => /^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(status));
    const before = sourceOf(row);
    const body = input.UsePreviousTemplate === 'true' ? before.template : input.TemplateBody;
    const template = readTemplate(body, types());
    const parameters = parameterValues(template, listOf(input.Parameters), before.parameters, cloudFormation.lookUp);
    checkCapabilities(template, listOf(input.Capabilities));
    if (body === before.template && isDeepStrictEqual(parameters, before.parameters))
      throw invalid('No updates are to be performed.');
    store.setSource(row.id, { template: body ?? '', parameters }, before);
    store.setStatus(row.id, 'UPDATE_IN_PROGRESS', 'User Initiated');
    lifecycle.update(store.find(row.id) ?? row);
    return { StackId: row.id };
  },
});
