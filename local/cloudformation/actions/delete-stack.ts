import type { Operation } from '../../aws/service.ts';
import { invalid } from '../errors.ts';
import { changeable, checkOwner, checkStatus, permissionOn } from '../find-stack.ts';
import { listOf, type StackInput } from '../input.ts';
import type { CloudFormation } from '../state.ts';

/** Takes a stack down and answers at once. One that is not there is deleted already. */
export const deleteStack = (cloudFormation: CloudFormation): Operation => ({
  permissions: permissionOn(cloudFormation, 'DeleteStack'),
  run(input: StackInput, { principal }) {
    checkOwner(principal.policies);
    const { store, lifecycle } = cloudFormation;
    const row = changeable(cloudFormation, input.StackName ?? '');
    if (!row || row.status === 'DELETE_COMPLETE' || row.status === 'DELETE_IN_PROGRESS') return {};
    if (row.protected === 1)
      throw invalid(`Stack [${row.name}] cannot be deleted while TerminationProtection is enabled`);
    checkStatus(row, 'deleted', (status) => !status.endsWith('_IN_PROGRESS'));
    store.setStatus(row.id, 'DELETE_IN_PROGRESS', 'User Initiated');
    lifecycle.remove(row, listOf(input.RetainResources));
    return {};
  },
});
