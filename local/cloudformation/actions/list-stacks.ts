import type { Operation } from '../../aws/service.ts';
import { listOf } from '../input.ts';
import type { CloudFormation } from '../state.ts';

type Input = { StackStatusFilter?: string[] | '' };

/** All stacks, deleted ones too, of the wanted statuses. */
export const listStacks = ({ assembled, store }: CloudFormation): Operation => ({
  permissions: () => [{ action: 'cloudformation:ListStacks', resource: '*' }],
  run({ StackStatusFilter }: Input) {
    const wanted = listOf(StackStatusFilter);
    const own = assembled.stacks().map(({ name }) => ({
      StackId: assembled.idOf(name),
      StackName: name,
      CreationTime: new Date(assembled.at),
      StackStatus: 'CREATE_COMPLETE',
    }));
    const others = store.all().map((row) => ({
      StackId: row.id,
      StackName: row.name,
      CreationTime: new Date(row.created_at),
      ...(row.deleted_at === null ? {} : { DeletionTime: new Date(row.deleted_at) }),
      StackStatus: row.status,
      ...(row.reason === null ? {} : { StackStatusReason: row.reason }),
    }));
    const all = [...others.reverse(), ...own];
    return { StackSummaries: all.filter(({ StackStatus }) => wanted.length === 0 || wanted.includes(StackStatus)) };
  },
});
