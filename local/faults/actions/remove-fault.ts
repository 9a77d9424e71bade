import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { Faults } from '../faults.ts';

type Input = { Id?: string; All?: boolean };

/** Takes one fault off, or all. Throws `ResourceNotFoundException`. */
export const removeFault = (faults: Faults): Operation => ({
  members: ['Id', 'All'],
  permissions: () => [{ action: 'faults:RemoveFault', resource: '*' }],
  run({ Id = '', All = false }: Input) {
    const ids = All ? faults.list().map(({ id }) => id) : [Id];
    for (const id of ids)
      if (!faults.remove(id)) throw new AwsError('ResourceNotFoundException', `There is no fault ${id}.`);
    return { Removed: ids };
  },
});
