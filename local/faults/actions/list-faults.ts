import type { Operation } from '../../aws/service.ts';
import type { Faults } from '../faults.ts';

export const listFaults = (faults: Faults): Operation => ({
  members: [],
  permissions: () => [{ action: 'faults:ListFaults', resource: '*' }],
  run: () => ({ Faults: faults.list() }),
});
